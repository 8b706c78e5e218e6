import type { ReaderName } from '@/domain/contract/reading';
import type { SourceHealth, SourceStatus, SourceWindow } from '@/domain/source-health';
import { SOURCE_FAILURES } from '@/domain/source-kinds';
import { outcomeWords } from '@/domain/trigger/outcome-words';

const STATUS: Record<SourceStatus, string> = {
  unknown: 'not looked at this week',
  good: 'answers well',
  shaky: 'fails now and then',
  failing: 'mostly fails',
};

/** How a source does, in a few words. */
export function statusWords(status: SourceStatus): string {
  return STATUS[status];
}

/** "12 of 12 looks worked" of some time; "no looks" where there were none. */
export function looksWords({ looks, successRate }: SourceWindow): string {
  if (looks === 0 || successRate === null) return 'no looks';
  return `${Math.round(looks * successRate)} of ${looks} ${looks === 1 ? 'look' : 'looks'} worked`;
}

/** "92 % of 25", "–" where there were no looks. Rounded down: only all is 100 %. */
export function rateWords({ looks, successRate }: SourceWindow): string {
  if (looks === 0 || successRate === null) return '–';
  return `${Math.floor((Math.round(looks * successRate) * 100) / looks)} % of ${looks}`;
}

/** "0.8 s", "under 0.1 s", "12 s". */
export function secondsWords(ms: number): string {
  if (ms < 100) return 'under 0.1 s';
  return `${ms < 9_950 ? (ms / 1_000).toFixed(1) : Math.round(ms / 1_000)} s`;
}

/** "12 of 12 looks worked in 24 h · usually 0.8 s": of the day, or of the week where the day has no looks. */
export function healthSentence({ day, week }: Pick<SourceHealth, 'day' | 'week'>): string {
  const [window, time] = day.looks > 0 ? [day, '24 h'] : [week, '7 days'];
  const usually = window.p50Ms === null ? '' : ` · usually ${secondsWords(window.p50Ms)}`;
  return `${looksWords(window)} in ${time}${usually}`;
}

/**
 * "Page refused us 3 ×, Page not found 1 ×" (a kind and its count stay on one line), most frequent first; null where
 * nothing failed.
 */
export function failureWords({ failures }: SourceWindow): string | null {
  const kinds = SOURCE_FAILURES.map((kind) => ({ kind, count: failures[kind] ?? 0 })).filter((one) => one.count > 0);
  if (kinds.length === 0) return null;
  kinds.sort((one, other) => other.count - one.count);
  return kinds.map(({ kind, count }) => `${outcomeWords(kind).short}\u00a0${count}\u00a0×`).join(', ');
}

/** "shop.example" of an address, without "www."; the address itself where it is none. */
export function sourceHost(address: string): string {
  try {
    return new URL(address).host.replace(/^www\./, '');
  } catch {
    return address;
  }
}

/** The address where it may be followed by a click: http and https only, null for anything else. */
export function linkableAddress(address: string): string | null {
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null;
}

const READERS: Record<ReaderName, string> = {
  recipe: 'by the way it was found before, 0 tokens',
  offline: 'by our own reader, 0 tokens',
  claude: 'by Claude',
  openai: 'by OpenAI',
  person: 'where you pointed',
};

/** "by our own reader, 0 tokens": who read a value or understood a sentence, in plain words. */
export function readerWords(reader: ReaderName): string {
  return READERS[reader];
}

/** How the page was looked at. */
export function lookWords(look: 'full' | 'cheap'): string {
  return look === 'full' ? 'in a full browser' : 'without a browser';
}
