import { newsLine } from '@/domain/email/news';
import { plainLine } from '@/domain/email/plain-line';
import type { Locale } from '@/domain/written/locales';
import type { GatheredBecause, GatheredMail } from './mail-content';
import { type MonitorWords, monitorWords } from './monitor-words';

/** How many pictures of a gathered mail are shown, the first ones. */
export const MOST_PICTURES = 10;

/** An email about several alerts in words. */
export interface GatheredWords {
  subject: string;
  headline: string;
  because: string;
  entries: GatheredEntry[];
  /** So many more are in the inbox alone. */
  more: number;
  links: GatheredMail['links'];
}

interface GatheredEntry {
  words: MonitorWords;
  /** Told in a line or two: programs cut an email that is too long, and the ways to stop it are what they cut first. */
  isLine: boolean;
}

const BECAUSE: Record<GatheredBecause, string> = {
  minute: 'They came within a minute, so they are in one email.',
  digest: 'Your email of the day.',
  quiet: 'What came in your quiet hours.',
  limit: 'You have had as many emails today as we send in a day, so the rest is in this one.',
  late: 'We could not send this when it came. Sorry that it is late.',
};

/** So many are told with all that there is to say, and those with a picture. */
const MOST_WHOLE = 20;
const MOST_ENTRIES = 50;
const LONGEST_NEWS = 130;

export function gatheredWords({ entries, because, links, timeZone, locale }: GatheredMail): GatheredWords {
  const pictured = new Set(entries.filter(({ news }) => news.hasPicture).slice(0, MOST_PICTURES));
  const whole = new Set([...entries.slice(0, MOST_WHOLE), ...pictured]);
  const shown = entries.filter((entry, at) => at < MOST_ENTRIES || pictured.has(entry));
  return {
    subject: subjectOf(entries, locale),
    headline: countOf(entries),
    because: BECAUSE[because],
    entries: shown.map((entry) => {
      const words = monitorWords(entry.news, { links: entry.links, timeZone, locale, isBrief: true });
      return {
        words: pictured.has(entry) ? words : { ...words, picture: null },
        isLine: !whole.has(entry),
      };
    }),
    more: entries.length - shown.length,
    links,
  };
}

function subjectOf(entries: GatheredMail['entries'], locale: Locale): string {
  const [first] = entries;
  if (first === undefined) return 'Nothing new';
  const line = newsLine(first.news, locale);
  return entries.length === 1 ? line : `${plainLine(line, LONGEST_NEWS)}, and ${entries.length - 1} more`;
}

function countOf(entries: GatheredMail['entries']): string {
  const what = entries.every(({ news }) => news.kind === 'alert') ? 'alert' : 'update';
  return entries.length === 1 ? `1 ${what}` : `${entries.length} ${what}s`;
}
