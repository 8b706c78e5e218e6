import type { InboxPart } from '@/domain/email/inbox-part';
import type { News } from '@/domain/email/news';
import { type Difference, differenceOf } from '@/domain/email/news-difference';
import { LONGEST_SHOWN, reasonOf } from '@/domain/email/news-words';
import { plainLine } from '@/domain/email/plain-line';
import type { Locale } from '@/domain/written/locales';
import { formatDay } from '@/ui/time/time-words';

const DAY_MS = 86_400_000;

/** So many entries are shown at first, and with every *Older*. */
export const INBOX_PAGE = 30;

export type ShownPart = 'all' | InboxPart;

export const INBOX_PARTS: readonly { value: ShownPart; label: string }[] = [
  { value: 'all', label: 'All monitors' },
  { value: 'alerts', label: 'Alerts' },
  { value: 'problems', label: 'Errors' },
  { value: 'account', label: 'Account' },
];

/** What stands where a part has nothing to show. */
export const NOTHING_IN: Record<InboxPart, string> = {
  alerts: 'Nothing was alerted yet.',
  problems: 'Every page could be read.',
  account: 'Nothing was told of your account yet.',
};

export interface Day<Entry> {
  /** "Today", "Yesterday", "22 Nov 2026". */
  label: string;
  entries: Entry[];
}

/** Entries by the days of the person's zone, in their order. `now` in epoch ms. */
export function byDays<Entry extends { createdAt: Date }>(
  entries: readonly Entry[],
  { now, timeZone, locale }: { now: number; timeZone: string; locale: Locale },
): Day<Entry>[] {
  const names = new Map([
    [formatDay(new Date(now - DAY_MS), timeZone, locale), 'Yesterday'],
    [formatDay(new Date(now), timeZone, locale), 'Today'],
  ]);
  const days = Map.groupBy(entries, ({ createdAt }) => formatDay(createdAt, timeZone, locale));
  return [...days].map(([day, own]) => ({ label: names.get(day) ?? day, entries: own }));
}

const PRODUCT = ' · Monitors!';
const KINDS: Record<string, string> = {
  alert: 'Alert',
  error: 'Cannot be read',
  recovered: 'Works again',
  account: 'Account',
};

/** Emails name the product; here it is known. */
export function subjectWords(subject: string): string {
  return subject.endsWith(PRODUCT) ? subject.slice(0, -PRODUCT.length) : subject;
}

/** What kind of news it is, in words. */
export function kindWords(kind: string): string {
  return KINDS[kind] ?? kind;
}

/** Two long texts in one sentence say nothing; what changed in them stands below it. */
const FROM_TO = / from “.*” to “.*”/su;
const LONGEST_REASON = 400;

/** The sentence that says why it was told; null of one from before there was an inbox. */
export function whyWords(news: News | null, locale: Locale): string | null {
  if (news === null) return null;
  const why = plainLine(reasonOf(news, locale));
  const isText = news.current?.type === 'string' && news.current.text.length > LONGEST_SHOWN;
  return plainLine(isText ? why.replace(FROM_TO, '') : why, LONGEST_REASON);
}

const SIZE = { parts: 600, context: 40, entries: 5, entry: 120 };

/** What came and what went, of a list or a longer text; null where the line of the news says it all. */
export function differenceBeside(news: News | null): Difference | null {
  if (news?.kind !== 'alert') return null;
  const difference = differenceOf(news, SIZE);
  if (difference?.kind === 'text') return difference.parts.some(({ kind }) => kind !== 'same') ? difference : null;
  const told = [...(difference?.added ?? []), ...(difference?.removed ?? [])];
  // Of a single entry the line of the news tells all.
  return told.length < 2 ? null : difference;
}
