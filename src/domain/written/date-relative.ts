import * as chrono from 'chrono-node';
import { allMatches } from './all-matches';
import { isoDay } from './date-parts';
import { type DateContext, languageOf } from './hint';
import { monthNames } from './month-names';

/** chrono tries some thirty expressions at each word: kept to texts of a sentence or two. */
const MOST_CHARACTERS = 400;

/** What is relative is said in words. */
const LETTER = /\p{L}/u;

const LOCALES: Record<string, Pick<chrono.Chrono, 'parse'>> = {
  en: chrono.en.casual,
  de: chrono.de.casual,
  fr: chrono.fr.casual,
  es: chrono.es.casual,
  pt: chrono.pt.casual,
  it: chrono.it.casual,
  nl: chrono.nl.casual,
  ja: chrono.ja.casual,
  sv: chrono.sv.casual,
  ru: chrono.ru.casual,
  uk: chrono.uk.casual,
  fi: chrono.fi.casual,
  vi: chrono.vi.casual,
  zh: chrono.zh.casual,
};

/**
 * Chrono also takes bare times, bare spans ("2 days left") and months that date.ts has already judged ("may 5 people")
 * for dates; only what names a day relative to today, or a weekday, is wanted from it.
 */
function isRelative(text: string, months: ReadonlyMap<string, number>): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length === 0 || /^\d+ ?\p{L}+$/u.test(text.trim())) return false;
  return !/\d/.test(text) || !words.some((word) => months.has(word));
}

type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month';

/** So long ago, in the languages in which chrono does not know it. */
const AGO: Record<string, RegExp> = {
  es: new RegExp(
    [
      String.raw`(?<!\p{L})hace (?:unas? |unos )?(?<count>\d{1,3}|una?) (?:(?<minute>minutos?)|(?<hour>horas?)|`,
      String.raw`(?<day>d[ií]as?)|(?<week>semanas?)|(?<month>mes(?:es)?))(?!\p{L})`,
    ].join(''),
    'giu',
  ),
  pt: new RegExp(
    [
      String.raw`(?<!\p{L})há (?:cerca de )?(?<count>\d{1,3}|uma?) (?:(?<minute>minutos?)|(?<hour>horas?)|`,
      String.raw`(?<day>dias?)|(?<week>semanas?)|(?<month>m[eê]s(?:es)?))(?!\p{L})`,
    ].join(''),
    'giu',
  ),
  it: new RegExp(
    [
      String.raw`(?<!\p{L})(?<count>\d{1,3}|un['ao]?) ?(?:(?<minute>minut[oi])|(?<hour>or[ae])|(?<day>giorn[oi])|`,
      String.raw`(?<week>settiman[ae])|(?<month>mes[ei])) fa(?!\p{L})`,
    ].join(''),
    'giu',
  ),
  ja: /(?<count>\d{1,3})(?:(?<minute>分)|(?<hour>時間)|(?<day>日)|(?<week>週間)|(?<month>[かヶカ]月))前/gu,
};
const UNITS: readonly Unit[] = ['minute', 'hour', 'day', 'week', 'month'];

function agoDates(text: string, today: string, language: string) {
  return allMatches(text, AGO[language] ?? /(?!)/g).map((match) => {
    const count = /^\d/.test(match.groups?.count ?? '') ? Number(match.groups?.count) : 1;
    const unit = UNITS.find((one) => match.groups?.[one] !== undefined);
    const day = new Date(`${today}T12:00:00Z`);
    if (unit === 'month') day.setUTCMonth(day.getUTCMonth() - count);
    if (unit === 'week' || unit === 'day') day.setUTCDate(day.getUTCDate() - count * (unit === 'week' ? 7 : 1));
    return { date: day.toISOString().slice(0, 10), start: match.index, end: match.index + match[0].length };
  });
}

/** "tomorrow", "next Friday", "in drei Tagen", "il y a 2 jours" by chrono-node, as days in the given "today". */
export function relativeDates(text: string, today: string, context: DateContext) {
  const language = languageOf(context) ?? 'en';
  const locale = LOCALES[language];
  if (!locale || text.length > MOST_CHARACTERS || !LETTER.test(text)) return [];
  const names = monthNames(language);
  const ago = agoDates(text, today, language);
  if (ago.length > 0) return ago;
  // The person's "today" as if in UTC, at noon, so that no zone can move the day.
  const reference = { instant: new Date(`${today}T12:00:00Z`), timezone: 0 };
  return locale.parse(text, reference, { forwardDate: true }).flatMap((result) => {
    const { start } = result;
    const day = start.isCertain('day') || start.isCertain('weekday');
    const [year, month, date] = [start.get('year'), start.get('month'), start.get('day')];
    if (!day || !isRelative(result.text, names) || year === null || month === null || date === null) return [];
    const written = isoDay(year, month, date);
    const time = start.isCertain('hour') && !/\b(ago|vor|hace|fa)\b/i.test(result.text);
    const clock = `T${String(start.get('hour')).padStart(2, '0')}:${String(start.get('minute') ?? 0).padStart(2, '0')}`;
    const span = { start: result.index, end: result.index + result.text.length };
    return [{ date: time ? written + clock : written, ...span }];
  });
}
