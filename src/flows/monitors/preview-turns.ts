import { DomainError } from '@/domain/errors';

export interface PreviewTurns {
  /**
   * Waits until fewer than so many previews of the person are under way; whoever gets a turn gives it back once.
   * Rejects with the signal's reason, and with `limited` when the wait is too long.
   */
  take(personId: string, signal?: AbortSignal): Promise<() => void>;
}

export interface TurnOptions {
  atOnce?: number;
  waitMs?: number;
  /** Who comes when so many wait already is told so at once. */
  mostWaiting?: number;
  /** What somebody is told who waited in vain. */
  busy?: string;
}

interface Person {
  running: number;
  waiting: (() => void)[];
}

const OWN_BUSY = 'Your other previews are still being loaded. Wait until one of them has ended, then preview again.';

/** At most two previews of a person at once in this process, which has one browser; others wait, for a while. */
export function createPreviewTurns(options: TurnOptions = {}): PreviewTurns {
  const { atOnce = 2, waitMs = 60_000, mostWaiting = Number.POSITIVE_INFINITY, busy = OWN_BUSY } = options;
  const people = new Map<string, Person>();
  const leave = (id: string, person: Person) => {
    const next = person.waiting.shift();
    // The turn is handed over as it is, so that nobody can slip in between.
    if (next) return next();
    person.running -= 1;
    if (person.running === 0) people.delete(id);
  };
  return {
    take: async (id, signal) => {
      signal?.throwIfAborted();
      const person = people.get(id) ?? { running: 0, waiting: [] };
      people.set(id, person);
      if (person.running < atOnce) person.running += 1;
      else if (person.waiting.length >= mostWaiting) throw tooMany(busy);
      else await waitIn(person.waiting, { waitMs, busy, signal });
      let given = false;
      return () => {
        if (!given) leave(id, person);
        given = true;
      };
    },
  };
}

interface Waiting {
  waitMs: number;
  busy: string;
  signal: AbortSignal | undefined;
}

function waitIn(waiting: (() => void)[], { waitMs, busy, signal }: Waiting): Promise<void> {
  const late = AbortSignal.timeout(waitMs);
  const ended = signal ? AbortSignal.any([late, signal]) : late;
  return new Promise((resolve, reject) => {
    const go = () => {
      ended.removeEventListener('abort', stop);
      resolve();
    };
    const stop = () => {
      waiting.splice(waiting.indexOf(go), 1);
      reject(signal?.aborted ? signal.reason : tooMany(busy));
    };
    waiting.push(go);
    ended.addEventListener('abort', stop, { once: true });
  });
}

function tooMany(message: string): DomainError {
  return new DomainError('limited', 'previews_busy', message);
}
