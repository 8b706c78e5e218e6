import { z } from 'zod';
import { FailureOutcome } from '../outcome-schema';
import { listDifference } from '../value/difference';
import { isAbsence } from '../value/readable-value';
import { FactValue } from '../value/value';
import type { Locale } from '../written/locales';
import { LONGEST_SHOWN, turnOf } from './news-words';
import { plainLine } from './plain-line';

/** What an email about a monitor tells, as it is kept with its notification: the inbox and emails are made of it. */
export const News = z.strictObject({
  kind: z.enum(['alert', 'error', 'recovered']),
  monitorId: z.uuid(),
  evaluationId: z.uuid(),
  monitorName: z.string(),
  /** What the monitor's sentence calls the item ("Aurora One"), or the monitor's name. */
  about: z.string(),
  /** What of it is told: "price", "availability", "status". */
  property: z.string(),
  /** The value before; null where there was none. */
  previous: FactValue.nullable(),
  /** The value now; null where the page says that there is none, or where it could not be read. */
  current: FactValue.nullable(),
  /** What stands on the page now, and stood there before where that is known. Empty, null: nothing was read. */
  quote: z.string(),
  previousQuote: z.string().nullable(),
  /** The evaluation's own sentence, which decided. */
  sentence: z.string(),
  /** The address that was read. */
  source: z.string(),
  at: z.coerce.date(),
  /** Whether there is a picture of the quote on the page. */
  hasPicture: z.boolean(),
  /** How the last evaluation failed, of an error. */
  outcome: FailureOutcome.nullable(),
});
export type News = z.infer<typeof News>;

/** Subjects that are longer are cut by some programs and refused by others. */
const LONGEST_LINE = 150;
const LONGEST_NAME = 70;
const MOST_NAMED = 3;

/**
 * The news in one line, as a subject says it: "Aurora One is $279.00 (was $312.00)", "New: Harbour diver", "Friday
 * tickets: Sold out → available". A yes or no is told in words, never as "no → yes". One line of at most 150
 * characters, whatever the page and the person wrote.
 */
export function newsLine(news: News, locale?: Locale): string {
  return plainLine(lineOf(news, locale), LONGEST_LINE);
}

function lineOf(news: News, locale: Locale | undefined): string {
  const { kind, previous, current } = news;
  if (kind === 'error') return `${plainLine(news.monitorName, LONGEST_NAME)}: cannot be read at the moment`;
  const about = aboutOf(news);
  const { before, now } = turnOf(news, locale);
  if (kind === 'recovered') return recoveredLine(news, now);
  if (now === null || current === null)
    return `${about}: ${previous === null || isAbsence(previous) ? 'not there' : 'no longer there'}`;
  if (current.type === 'object') return listLine(about, previous, current.items);
  if (now.length > LONGEST_SHOWN) return `${about} has changed`;
  const isTold = before !== null && before.length <= LONGEST_SHOWN;
  if (current.type === 'number') return isTold ? `${about} is ${now} (was ${before})` : `${about} is ${now}`;
  return isTold ? `${about}: ${before} → ${now}` : `${about}: ${now}`;
}

/** What the news is about, in one line. */
export function aboutOf({ about, monitorName }: News): string {
  return plainLine(about, LONGEST_NAME) || plainLine(monitorName, LONGEST_NAME);
}

function recoveredLine({ monitorName, current }: News, now: string | null): string {
  const name = plainLine(monitorName, LONGEST_NAME);
  const isShort = now !== null && current?.type !== 'object' && now.length <= LONGEST_SHOWN;
  return isShort ? `${name}: works again (${now})` : `${name}: works again`;
}

function listLine(about: string, previous: FactValue | null, items: readonly string[]): string {
  const known = previous?.type === 'object' ? previous.items : [];
  const { added, removed } = listDifference(known, items);
  if (added.length > 0 && removed.length > 0) return `New: ${named(added, 2, 26)}; gone: ${named(removed, 2, 26)}`;
  if (added.length > 0) return `New: ${named(added, MOST_NAMED, LONGEST_SHOWN)}`;
  if (removed.length > 0) return `Gone: ${named(removed, MOST_NAMED, LONGEST_SHOWN)}`;
  return `${about}: ${items.length === 1 ? '1 entry' : `${items.length} entries`}`;
}

function named(items: readonly string[], most: number, longest: number): string {
  const rest = items.length - most;
  const shown = items.slice(0, rest > 0 ? most : undefined).map((item) => plainLine(item, longest));
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}
