import { authSecret } from '@/auth/secret';
import { mintUnsubscribeToken } from '@/auth/unsubscribe-token';
import type { MonitorLinks } from '@/mail/notification-mail';

interface Whose {
  userId: string;
  /** Null: of all monitors. */
  monitorId: string | null;
}

/** Where the links of an email about a monitor lead; those that end emails work without a sign-in. */
export function monitorLinks(
  appUrl: string,
  { userId, monitorId }: { userId: string; monitorId: string },
  now: Date,
): MonitorLinks {
  return {
    monitor: `${appUrl}/monitors/${monitorId}`,
    unsubscribeMonitor: unsubscribeLink(appUrl, { userId, monitorId }, now),
    unsubscribeAll: unsubscribeLink(appUrl, { userId, monitorId: null }, now),
  };
}

/** The page that asks whether emails of a monitor, or all of them, shall end. */
export function unsubscribeLink(appUrl: string, whose: Whose, now: Date): string {
  return withToken(`${appUrl}/unsubscribe`, whose, now);
}

/** Where the button of a mail program posts to, which ends them at once (RFC 8058). */
export function unsubscribeButton(appUrl: string, whose: Whose, now: Date): string {
  return withToken(`${appUrl}/api/unsubscribe`, whose, now);
}

function withToken(address: string, whose: Whose, now: Date): string {
  return `${address}?token=${mintUnsubscribeToken(authSecret(), whose, now)}`;
}
