import type { EmailRates } from '@/domain/email/rates';

/** What of the sending of emails is set up. */
export interface EmailSetUp {
  /** Emails leave this machine. */
  sends: boolean;
  /** The mail service tells what became of them. */
  isTold: boolean;
  tracksOpens: boolean;
}

/** "98.4 %" of 0.984; "unknown" of what nobody told. */
function percentWords(rate: number | null): string {
  if (rate === null) return 'unknown';
  const percent = rate * 100;
  // One complaint among thousands must not read as none.
  if (percent > 0 && percent < 0.1) return 'below 0.1\u00a0%';
  return `${percent.toLocaleString('en', { maximumFractionDigits: 1 })}\u00a0%`;
}

/** "2.5 % (1)": of a few emails the number says more than the rate. */
export function countedWords(rate: number | null, count: number): string {
  return rate === null || count === 0 ? percentWords(rate) : `${percentWords(rate)} (${count.toLocaleString('en')})`;
}

/** Of opens: a zero that nobody counts is none. */
export function openWords({ opened }: EmailRates, { tracksOpens }: EmailSetUp): string {
  return opened !== null && (tracksOpens || opened > 0)
    ? percentWords(opened)
    : tracksOpens
      ? 'unknown'
      : 'not tracked';
}

const NO_SERVICE =
  'Emails stay in the outbox: no mail service is set up (SENDGRID_API_KEY), so nobody tells what became of them.';
const NOT_TOLD =
  'Nobody tells what became of emails: set up the signed event webhook and put its key into SENDGRID_WEBHOOK_KEY.';
const NOT_TRACKED = 'Opens are not tracked (EMAIL_TRACK_OPENS).';

/** Sentences that say why figures are missing; none where all are there. */
export function missingWords({ sends, isTold, tracksOpens }: EmailSetUp): string[] {
  if (!sends) return [NO_SERVICE];
  return [...(isTold ? [] : [NOT_TOLD]), ...(tracksOpens ? [] : [NOT_TRACKED])];
}

type Trouble = 'look' | 'stop';

/** Of fewer, one email is a large part: what counts then is the number. */
const FEWEST_FOR_RATES = 1_000;

/** Where a rate is not well, by docs/email.md, "What to watch". */
export function troubleOf({ accepted, delivered, bounced, complained }: EmailRates): Partial<Record<string, Trouble>> {
  if (accepted < FEWEST_FOR_RATES) return {};
  const above = (rate: number | null, look: number, stop: number): Trouble | undefined =>
    rate === null || rate < look ? undefined : rate < stop ? 'look' : 'stop';
  return {
    delivered: delivered === null ? undefined : above(1 - delivered, 0.03, 0.05),
    bounced: above(bounced, 0.02, 0.05),
    complained: above(complained, 0.001, 0.003),
  };
}
