import type { Patterns } from './interpret-patterns';
import type { PromptText, Span } from './interpret-text';

/** A date of the prompt, with the comparator before or after it, if one stands there. */
export interface DateMention extends Span {
  /** ISO 8601 calendar date. */
  iso: string;
  op: 'before' | 'after' | null;
  /** Start and end including the comparator. */
  bound: Span;
}

/** First letters of the months in the languages of the prompts, folded. */
const MONTHS = [
  'jan(?:uary|uar|vier|eiro|uari)?|jan\\.|enero|ene|gennaio|gen|janner',
  'feb(?:ruary|ruar|ruari|brero|braio|)?|fevrier|fevr|fevereiro|fev',
  'mar(?:ch|z|s|zo|co)?|marz|maart|mrt|mae?rz',
  'apr(?:il|ile)?|avril|avr|abril|abr',
  'may|mai|mayo|maio|maggio|mag|mei',
  'june?|juni|juin|junio|junho|jun|giugno|giu',
  'july?|juli|juillet|juil|julio|julho|jul|luglio|lug',
  'aug(?:ust|ustus)?|aout|agosto|ago',
  'sep(?:t|tember|tembre|tiembre)?|setembro|settembre|set|septiembre',
  'oct(?:ober|obre)?|okt(?:ober)?|octubre|outubro|out|ottobre|ott',
  'nov(?:ember|embre|iembre|embro)?',
  'dec(?:ember|embre)?|dez(?:ember|embro)?|diciembre|dic(?:embre)?',
];
const MONTH = MONTHS.join('|');
const YEAR = '(?:19|20)\\d{2}';

const FORMS: [pattern: RegExp, read: (groups: string[], dayFirst: boolean) => Parts | null][] = [
  [/\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g, ([y, m, d]) => parts(y, m, d)],
  [/(?:(\d{4})年)?\s?(\d{1,2})月\s?(\d{1,2})日/g, ([y, m, d]) => parts(y, m, d)],
  [/(\d{4})\/(\d{1,2})\/(\d{1,2})(?!\d)/g, ([y, m, d]) => parts(y, m, d)],
  [
    /(?<![\d.,])(\d{1,2})([./])(\d{1,2})(?:\2(\d{4}|\d{2})|(?<=\.\d{1,2})\.)(?![\d.,]\d)/g,
    ([a, mark, b, y], dayFirst) => (dayFirst || mark === '.' || Number(a) > 12 ? parts(y, b, a) : parts(y, a, b)),
  ],
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}.,])(\\d{1,2})(?:st|nd|rd|th|er|e|º|ª|°|\\.)?\\s(?:of\\s|de\\s)?(${MONTH})\\.?(?![\\p{L}])(?:,?\\s(?:de\\s|del\\s)?(${YEAR}))?`,
      'gu',
    ),
    ([d, m, y]) => parts(y, monthNumber(m), d),
  ],
  [
    new RegExp(
      `(?<![\\p{L}])(${MONTH})\\.?\\s(?:the\\s)?(\\d{1,2})(?:st|nd|rd|th)?(?![\\p{L}\\p{N}])(?:,?\\s(${YEAR}))?`,
      'gu',
    ),
    ([m, d, y]) => parts(y, monthNumber(m), d),
  ],
  [
    new RegExp(`(?<![\\p{L}])(${MONTH})\\.?\\s(?:of\\s|de\\s)?(${YEAR})(?!\\d)`, 'gu'),
    ([m, y]) => parts(y, monthNumber(m), '1'),
  ],
  [/(\d{4})年\s?(\d{1,2})月/g, ([y, m]) => parts(y, m, '1')],
];

interface Parts {
  year: number | null;
  month: number;
  day: number;
}

function monthNumber(word: string | undefined): string {
  const index = MONTHS.findIndex((names) => new RegExp(`^(?:${names})$`).test(word ?? ''));
  return String(index + 1);
}

function parts(year: string | undefined, month: string | undefined, day: string | undefined): Parts | null {
  const read = {
    year: year ? Number(year.length === 2 ? `20${year}` : year) : null,
    month: Number(month),
    day: Number(day),
  };
  return read.month >= 1 && read.month <= 12 && read.day >= 1 && read.day <= 31 ? read : null;
}

/** Without a year the next such day is meant. */
function toIso({ year, month, day }: Parts, now: Date): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  const iso = (of: number) => `${of}-${pad(month)}-${pad(day)}`;
  if (year !== null) return iso(year);
  const thisYear = iso(now.getUTCFullYear());
  return thisYear >= now.toISOString().slice(0, 10) ? thisYear : iso(now.getUTCFullYear() + 1);
}

function bound(prompt: PromptText, patterns: Patterns, date: Span): { op: DateMention['op']; bound: Span } {
  const edge = patterns.lexicon.spaced ? '(?<![\\p{L}\\p{N}])' : '';
  const left = prompt.folded.slice(0, date.start);
  const right = prompt.folded.slice(date.end);
  let best: { op: 'before' | 'after'; span: Span } | null = null;
  for (const op of ['before', 'after'] as const) {
    const before = patterns
      .custom(`date:${op}`, (words) => `${edge}(?:${words(op)})(?: (?:${words('filler')}|${words('date')}))*[ ,]*$`)
      .exec(left);
    const list = op === 'before' ? 'beforePost' : 'afterPost';
    const after = patterns.custom(`date:${list}`, (words) => `^\\s?(?:${words(list)})`).exec(right);
    const span = before
      ? { start: before.index, end: date.end }
      : after
        ? { start: date.start, end: date.end + after[0].length }
        : null;
    if (span && (best === null || span.start < best.span.start)) best = { op, span };
  }
  return { op: best?.op ?? null, bound: best?.span ?? date };
}

/** All dates of the prompt, left to right. */
export function findDateMentions(prompt: PromptText, patterns: Patterns, now: Date): DateMention[] {
  const found: DateMention[] = [];
  for (const [pattern, read] of FORMS) {
    for (const match of prompt.folded.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].trimEnd().length };
      const date = read(match.slice(1), patterns.lexicon.language !== 'en');
      if (!date || found.some((other) => span.start < other.end && other.start < span.end)) continue;
      found.push({ ...span, iso: toIso(date, now), ...bound(prompt, patterns, span) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
