import { findClockTimes } from '@/domain/written/clock-time';
import { findDates } from '@/domain/written/date';
import type { ParseHint } from '@/domain/written/hint';
import { hasHour } from './hours';
import type { Patterns } from './patterns';
import type { PromptText, Span } from './text';

/** A date of the prompt, with the comparator before or after it, if one stands there. */
export interface DateMention extends Span {
  /** ISO 8601 calendar date. */
  iso: string;
  op: 'before' | 'after' | null;
  /** Start and end including the comparator. */
  bound: Span;
  /** The comparison where it stands apart: "an earlier appointment … than". */
  head?: Span;
}

/** Between the comparator and the day: "prima di venerdì 11 dicembre". */
const WEEKDAYS =
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|(?:segunda|terca|quarta|quinta|sexta)(?:-feira)?|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag';

/** "vom 3. bis 6. Juli", "from 3 to 6 July": the end of a stay, no limit. */
const STAY =
  /(?<!\p{L})(?:vom|von|from|between|zwischen|du|van|tussen|entre|del?|dal|do) (?:the |dem |le |el )?\d{1,2}(?:\.|st|nd|rd|th|er)?(?: \p{L}{3,12})? (?:bis(?: zum)?|until|till|to|tot(?: en met)?|jusqu'au|au|al?|ao|and|und|en|et)\s*$/u;

/** "earlier than mine on 14 April": the one that the person has. */
const OWN =
  '(?:mine|my (?:current |own |present )?(?:appointment|slot|date|booking|one)|the one (?:i have|i got))(?: on| of)?|mein(?:en?|er)?(?: (?:jetzigen?|aktuellen?))?(?: am| vom)?|(?:le mien|celui que j.ai)(?: du| le)?|(?:die|dat) van mij(?: op)?';

/** "an earlier appointment in Madras than 10 May": the comparison closes behind what is compared. */
const APART: Record<string, RegExp[]> = Object.fromEntries(
  (
    [
      ['en', 'earlier|sooner', 'later', 'than(?: the)?'],
      ['de', '(?:fruher|eher|zeitiger)(?:e[nrsm]?)?', 'spater(?:e[nrsm]?)?', 'als(?: de[mnr]| am)?'],
      ['fr', 'plus (?:tot|proche)|anterieure?', 'plus tard|plus lointaine?', '(?:que|avant|a)(?: le)?'],
      ['nl', '(?:eerder|vroeger)e?', 'latere?', 'dan(?: de| op)?'],
    ] as const
  ).map(([language, before, after, than]) => [
    language,
    [before, after].map((word) => new RegExp(`(?<!\\p{L})(${word}) (?:[\\p{L}\\p{N}'-]+ ){1,8}?${than} ?$`, 'u')),
  ]),
);

function apart(language: string, left: string): { op: 'before' | 'after'; head: Span } | null {
  const cut = Math.max(0, left.length - 120);
  for (const [index, words] of (APART[language] ?? []).entries()) {
    const match = words.exec(left.slice(cut));
    const start = cut + (match?.index ?? 0);
    if (match) return { op: index === 0 ? 'before' : 'after', head: { start, end: start + (match[1]?.length ?? 0) } };
  }
  return null;
}

/** "has risen since yesterday": from when a change counts, and no date to compare with. */
const SINCE = /^(?:seit|since|depuis|sinds|desde|da)(?!\p{L})/u;

function isStart(prompt: PromptText, patterns: Patterns, from: number): boolean {
  if (!SINCE.test(prompt.folded.slice(from))) return false;
  return (['fall', 'rise', 'change', 'cheaper', 'dearer'] as const).some((list) => patterns.first(list, prompt.folded));
}

function bound(prompt: PromptText, patterns: Patterns, date: Span): Pick<DateMention, 'op' | 'bound' | 'head'> {
  const edge = patterns.lexicon.spaced ? '(?<![\\p{L}\\p{N}])' : '';
  const left = prompt.folded.slice(0, date.start);
  const right = prompt.folded.slice(date.end);
  if (STAY.test(left)) return { op: null, bound: date };
  let best: { op: 'before' | 'after'; span: Span } | null = null;
  for (const op of ['before', 'after'] as const) {
    const before = patterns
      .custom(
        `date:${op}`,
        (words) => `${edge}(?:${words(op)})(?: (?:${words('filler')}|${words('date')}|${WEEKDAYS}|${OWN}))*[ ,]*$`,
      )
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
  if (best === null) return { op: null, ...apart(patterns.lexicon.language, left), bound: date };
  if (isStart(prompt, patterns, best.span.start)) return { op: null, bound: best.span };
  return { op: best.op, bound: best.span };
}

/** What a person waits for lies ahead: "before 9 June", said in November, is next June. */
function ahead(iso: string, said: string, now: Date): string {
  const yearless = !/\d{4}/.test(said) && /\d/.test(said) && /^\d{4}-\d\d-\d\d/.test(iso);
  if (!yearless || iso.slice(0, 10) >= now.toISOString().slice(0, 10) || !/\p{L}{3}|\d[./-]\d/u.test(said)) return iso;
  const days = (now.getTime() - Date.parse(iso.slice(0, 10))) / 86_400_000;
  // "changed since 20 November" is days ago; nothing that far back is said without its year.
  return days < 60 || iso.slice(5, 10) === '02-29' ? iso : `${Number(iso.slice(0, 4)) + 1}${iso.slice(4)}`;
}

const COMPARED = ['before', 'after', 'beforePost', 'afterPost'] as const;

/**
 * All dates of the prompt, left to right. Days without a year and relative ones ("next Friday") count only where a
 * word such as "before" asks for a date: reading them costs most of the time that a prompt takes.
 */
export function findDateMentions(prompt: PromptText, patterns: Patterns, hint: ParseHint, now: Date): DateMention[] {
  const compared =
    COMPARED.some((list) => patterns.first(list, prompt.folded) !== null) ||
    /(?<!\p{L})(?:than|als|que|avant|dan)(?!\p{L})/u.test(prompt.folded);
  return findDates(prompt.original, compared ? { ...hint, now } : hint)
    .map((found) => ({ ...found, date: ahead(found.date, prompt.folded.slice(found.start, found.end), now) }))
    .map(({ date, start, end }) => ({ start, end, iso: date, ...bound(prompt, patterns, { start, end }) }))
    .filter(({ iso, start, end }) => {
      const hour = iso.includes('T') && HOUR_OF_DAY.test(prompt.folded.slice(start, end));
      return !hour || !hasHour(prompt.folded);
    })
    .filter(({ op, start, end }) => op !== null || /\d{4}|\p{L}{3}/u.test(prompt.folded.slice(start, end)));
}

/** "dopo le 20", "antes de las 8 de la tarde": the article says that the number is an hour. */
const HOURS: Record<string, RegExp> = {
  es: /(?<= (?:las|la) )(\d{1,2})(?: (?:horas|en punto))?(?: (?:de|por) la (manana|madrugada|tarde|noche))?(?= *$| ?[,.;?!)](?!\d)| (?:del?|en|el|la|los|al?|para|por|o|y) )/gu,
  pt: /(?<= (?:as|das) )(\d{1,2})(?: horas)?(?: da (manha|madrugada|tarde|noite))?(?= *$| ?[,.;?!)](?!\d)| (?:d[eoa]s?|em|n[oa]s?|o|a|para|ou|e) )/gu,
  it: /(?<= (?:le|alle|dalle|delle) )(\d{1,2})(?: (?:ore|in punto))?(?: (?:di|del|della) (mattina|mattino|notte|pomeriggio|sera))?(?= *$| ?[,.;?!)](?!\d)| (?:d[ia]|del|dell[ae]|in|il|la|al|per|o|e) )/gu,
};
const LATE = /^(?:tarde|noche|noite|pomeriggio|sera)$/;

function bareHours(prompt: PromptText, language: string): { time: string; start: number; end: number }[] {
  const hours = HOURS[language];
  if (!hours) return [];
  return [...prompt.folded.matchAll(hours)].flatMap((match) => {
    const said = Number(match[1]);
    const hour = LATE.test(match[2] ?? '') && said < 12 ? said + 12 : said;
    if (hour > 23) return [];
    return [{ time: `${String(hour).padStart(2, '0')}:00`, start: match.index, end: match.index + match[0].length }];
  });
}

/** "6pm on Friday": of what closes or leaves it is the hour that is compared, on a day of the week. */
const HOUR_OF_DAY = /^\d{1,2}(?:[:.h]\d{2})? ?(?:[ap]\.?m\.?|uhr|h|uur)?[ ,]\D+$/;

/** "at 8pm", "um 19:30 Uhr": an hour that nothing compares is no amount either; "3 uur" may be a length. */
export function findHours(prompt: PromptText): Span[] {
  return findClockTimes(prompt.original).filter(({ start, end }) =>
    /:\d\d|[ap]\.?m|uhr|o'clock/.test(prompt.folded.slice(start, end)),
  );
}

/** Times of day that a comparator binds ("after 18:00"); others belong to a name ("the 7:45 to Waterloo"). */
export function findTimeMentions(prompt: PromptText, patterns: Patterns): DateMention[] {
  // "l'attente dépasse 4 h" is a length.
  const measures = patterns.first('measures', prompt.folded) !== null;
  return [...findClockTimes(prompt.original), ...bareHours(prompt, patterns.lexicon.language)]
    .map(({ time, start, end }) => ({ start, end, iso: time, ...bound(prompt, patterns, { start, end }) }))
    .filter(({ op }) => op !== null)
    .filter(({ start, end }) => !measures || !/\dh$/.test(prompt.folded.slice(start, end).replace(' ', '')));
}
