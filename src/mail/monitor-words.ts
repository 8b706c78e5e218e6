import { aboutOf, type News, newsLine } from '@/domain/email/news';
import { type Difference, differenceOf, isLong } from '@/domain/email/news-difference';
import { LONGEST_SHOWN, reasonOf, turnOf } from '@/domain/email/news-words';
import { plainLine } from '@/domain/email/plain-line';
import { outcomeWords } from '@/domain/trigger/outcome-words';
import { isAbsence } from '@/domain/value/readable-value';
import type { FactValue } from '@/domain/value/value';
import type { Locale } from '@/domain/written/locales';
import { changeSize } from './change-size';
import { localTime } from './local-time';
import type { MonitorLinks, MonitorMail } from './mail-content';
import { pictureCid } from './picture-cid';

/** One monitor's news as an email tells it, in words: HTML and plain text are made of it. */
export interface MonitorWords {
  subject: string;
  name: string;
  /** What it is about, where the name says something else; else the name. */
  title: string;
  before: string | null;
  now: string;
  /** How much the value moved: "down $33.00 (10.6%)". */
  size: string | null;
  difference: Difference | null;
  /** What happened and why, in one sentence or two; the rows say it too. */
  summary: string;
  rows: { label: string; value: string }[];
  quote: string | null;
  source: { words: string; url: string; isLink: boolean };
  time: string;
  picture: { cid: string; alt: string } | null;
  links: MonitorLinks;
}

const LONGEST_QUOTE = 300;
const SHORT_QUOTE = 120;
const LONGEST_REASON = 240;
const LONGEST_ADDRESS = 2_000;

/** How much of a difference is shown: in an email about one monitor, and about many. */
const WHOLE = { parts: 900, context: 60, entries: 10, entry: 160 };
const BRIEF = { parts: 300, context: 25, entries: 4, entry: 80 };

/** `isBrief`: within an email about many, where all is shorter. */
export function monitorWords(
  news: News,
  { links, timeZone, locale, isBrief = false }: Omit<MonitorMail, 'news'> & { isBrief?: boolean },
): MonitorWords {
  const isAlert = news.kind === 'alert';
  const difference = isAlert ? differenceOf(news, isBrief ? BRIEF : WHOLE) : null;
  // Never a whole text beside what changed in it.
  const quote = plainLine(news.quote, isBrief || difference !== null ? SHORT_QUOTE : LONGEST_QUOTE);
  return {
    subject: newsLine(news, locale),
    name: plainLine(news.monitorName, 100),
    title: isAlert ? aboutOf(news) : plainLine(news.monitorName, 100),
    ...headlineOf(news, locale),
    size: isAlert ? changeSize(news.previous, news.current, locale) : null,
    difference,
    summary: plainLine(summaryOf(news, locale), LONGEST_REASON),
    rows: rowsOf(news, locale).map(({ label, value }) => ({ label, value: plainLine(value, LONGEST_REASON) })),
    quote: quote === '' || news.kind === 'error' ? null : quote,
    source: sourceOf(news.source),
    time: localTime(news.at, timeZone, locale),
    picture: news.hasPicture ? { cid: pictureCid(news.evaluationId), alt: pictureAlt(quote) } : null,
    links,
  };
}

function headlineOf(news: News, locale: Locale): { before: string | null; now: string } {
  if (news.kind === 'error') return { before: null, now: 'Cannot be read at the moment' };
  if (news.kind === 'recovered') return { before: null, now: 'Works again' };
  const { previous, current } = news;
  if (current === null) {
    const isNew = previous === null || isAbsence(previous);
    return { before: null, now: isNew ? 'Not there' : 'No longer there' };
  }
  if (current.type === 'object') return { before: null, now: listHeadline(current.items, previous) };
  const { before, now } = turnOf(news, locale);
  if (now === null || (current.type === 'string' && isLong(now)))
    return { before: null, now: before === null ? 'A new text' : 'Has changed' };
  return { before: before !== null && isLong(before) ? null : before, now: plainLine(now, 90) };
}

function listHeadline(items: readonly string[], previous: FactValue | null): string {
  const count = items.length === 1 ? '1 entry' : `${items.length} entries`;
  if (previous?.type !== 'object' || previous.items.length === items.length) return count;
  return `${count}, ${previous.items.length} before`;
}

function rowsOf(news: News, locale: Locale): { label: string; value: string }[] {
  if (news.kind === 'error')
    return [
      { label: 'What happened', value: summaryOf(news, locale) },
      { label: 'What may help', value: outcomeWords(news.outcome ?? 'internal').advice },
      { label: 'What now', value: 'You will get one more email when it works again, and none in between.' },
    ];
  const { before, now } = turnOf(news, locale);
  if (news.kind === 'recovered')
    return [
      { label: 'What happened', value: 'The page can be read again.' },
      { label: 'Value now', value: now ?? 'The page says that there is none.' },
      { label: 'Decision', value: reasonOf(news, locale) },
    ];
  const was = news.current === null && before !== null ? [{ label: 'It was', value: before }] : [];
  return [...was, { label: 'Why', value: summaryOf(news, locale) }];
}

/** The one sentence that there is room for in a list of emails, and in an email about many. */
function summaryOf(news: News, locale: Locale): string {
  const reason = reasonOf(news, locale);
  if (news.kind === 'error') return `The last three checks failed. ${reason}`;
  if (news.kind === 'recovered') return `The page can be read again. ${reason}`;
  // The beginnings of two long texts say nothing; what changed in them stands above.
  const isText = news.current?.type === 'string' && isLong(news.current.text);
  return isText ? reason.replace(/ from “.*” to “.*”/su, '') : reason;
}

/** An address that cannot pass for another: its host first, in the letters of domain names, and no name of a user. */
function sourceOf(source: string): MonitorWords['source'] {
  const line = plainLine(source, LONGEST_ADDRESS);
  const url = URL.canParse(line) ? new URL(line) : null;
  const isPlain = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  const isLink = isPlain && url.href.length <= LONGEST_ADDRESS;
  if (url === null || !isLink) return { words: plainLine(line, 80), url: line, isLink: false };
  const rest = `${url.pathname}${url.search}`.replace(/\/$/, '');
  return { words: plainLine(url.host + rest, 80), url: url.href, isLink };
}

function pictureAlt(quote: string): string {
  return quote === ''
    ? 'The place on the page'
    : `The place on the page that says “${plainLine(quote, LONGEST_SHOWN)}”`;
}
