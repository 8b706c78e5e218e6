import type { NotificationData } from '@mantine/notifications';

/** One promise for all: what is hidden after it was shown stays in that order. */
let loading: Promise<typeof import('@mantine/notifications')> | null = null;

export function load(): Promise<typeof import('@mantine/notifications')> {
  loading ??= import('@mantine/notifications').catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

interface Said {
  /** Whether anything was ever to be shown. */
  asked: boolean;
  /** What could not be shown as it should be: offline the very message that says so may be the first. */
  plain: readonly NotificationData[];
}

let state: Said = { asked: false, plain: [] };
const listeners = new Set<() => void>();

function become(next: Said): void {
  state = next;
  for (const listener of listeners) listener();
}

/** For <Notices>. */
export const said = {
  read: (): Said => state,
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Shows a message at the edge of the page (<Notices>). What shows it is loaded with the first one. */
export function notify(message: NotificationData): void {
  if (!state.asked) become({ ...state, asked: true });
  load().then(
    ({ notifications }) => notifications.show(message),
    () => become({ asked: true, plain: [...state.plain, message] }),
  );
}

/** Takes back a message that was shown with this id. */
export function unnotify(id: string): void {
  load().then(
    ({ notifications }) => notifications.hide(id),
    () => become({ asked: true, plain: state.plain.filter((one) => one.id !== id) }),
  );
}
