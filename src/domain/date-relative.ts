import * as chrono from 'chrono-node';
import { isoDay } from './date-parts';
import { type DateContext, languageOf } from './hint';
import { monthNames } from './month-names';

/** chrono tries some thirty expressions at each word: kept to texts of a sentence or two. */
const MOST_CHARACTERS = 400;

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

/** "tomorrow", "next Friday", "in drei Tagen", "il y a 2 jours" by chrono-node, as days in the given "today". */
export function relativeDates(text: string, today: string, context: DateContext) {
  const language = languageOf(context) ?? 'en';
  const locale = LOCALES[language];
  const names = monthNames(language);
  if (!locale || text.length > MOST_CHARACTERS) return [];
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
