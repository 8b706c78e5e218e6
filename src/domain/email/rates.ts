/** What is counted of a day's emails, each email once: accepted by the service, and what it told of them. */
export const EMAIL_COUNTS = [
  'accepted',
  'delivered',
  'open',
  'click',
  'bounce',
  'blocked',
  'dropped',
  'spam_report',
  'unsubscribe',
] as const;
export type EmailCount = (typeof EMAIL_COUNTS)[number];
export type EmailCounts = Partial<Record<EmailCount, number>>;

export interface EmailRates {
  accepted: number;
  /** Of those accepted, 0 to 1; null where none was accepted, or nothing told of any. */
  delivered: number | null;
  bounced: number | null;
  /** Of those delivered, 0 to 1; null where none was. */
  complained: number | null;
  opened: number | null;
}

/** Delivery, bounce, complaint and open rates of counts, of one day or of several together. */
export function emailRates(days: readonly EmailCounts[]): EmailRates {
  const sum = (...kinds: EmailCount[]): number =>
    days.reduce((total, counts) => total + kinds.reduce((some, kind) => some + (counts[kind] ?? 0), 0), 0);
  const accepted = sum('accepted');
  const [delivered, bounced] = [sum('delivered'), sum('bounce', 'blocked', 'dropped')];
  const isTold = accepted > 0 && delivered + bounced > 0;
  // Events of one day may be of emails of the day before.
  const share = (part: number, whole: number): number | null => (whole > 0 ? Math.min(1, part / whole) : null);
  return {
    accepted,
    delivered: isTold ? share(delivered, accepted) : null,
    bounced: isTold ? share(bounced, accepted) : null,
    complained: share(sum('spam_report'), delivered),
    opened: share(sum('open'), delivered),
  };
}
