import { formatDate, grouped } from '../value/value-format';
import { isoDay } from '../written/date-parts';
import type { DecimalString } from '../written/decimal';
import { DEFAULT_LOCALE, intlLocales, type Locale } from '../written/locales';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** As formatDate writes them. */
const DATE = /\b(\d{1,2}) ([A-Z][a-z]{2,8}) (\d{4})\b/gu;
/** With a mark: those without are written by all alike. A version is no number. */
const NUMBER = /(?<![\p{L}\p{N}.,]|version )(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?![\p{L}\p{N}]|[.,]\d)/gu;

/** Words of the page begin here, or stand between the outermost quotation marks: nobody's to write otherwise. */
const ENTRIES = /\b(?:new|gone|entry|entries): /u;

/**
 * A sentence of a decision as its reader writes numbers and dates: "€1.299,00 is not below €300,00". What is stored,
 * and what programs get, is written one way for all; there `sentence` comes from.
 */
export function sentenceIn(locale: Locale, sentence: string): string {
  if (locale === DEFAULT_LOCALE) return sentence;
  const entries = ENTRIES.exec(sentence);
  const ours = entries === null ? sentence : sentence.slice(0, entries.index);
  const [from, until] = ours.includes('“') ? [ours.indexOf('“'), ours.lastIndexOf('”') + 1] : [ours.length, 0];
  if (from > until) return `${rewritten(ours.slice(0, from), locale)}${sentence.slice(from)}`;
  const [before, quoted, after] = [ours.slice(0, from), ours.slice(from, until), ours.slice(until)];
  return `${rewritten(before, locale)}${quoted}${rewritten(after, locale)}${sentence.slice(ours.length)}`;
}

/** A trigger's condition likewise; the fact in it is in the person's own words. */
export function conditionIn(
  locale: Locale,
  { triggerCondition, fact }: { triggerCondition: string; fact: string },
): string {
  const at = triggerCondition.indexOf(fact);
  if (at < 0) return triggerCondition;
  const end = at + fact.length;
  return `${triggerCondition.slice(0, end)}${sentenceIn(locale, triggerCondition.slice(end))}`;
}

function rewritten(text: string, locale: Locale): string {
  return text
    .replace(NUMBER, (number) => numberIn(locale, number))
    .replace(DATE, (date, day: string, month: string, year: string) => {
      const at = MONTHS.indexOf(month) + 1;
      return at === 0 ? date : formatDate(isoDay(Number(year), at, Number(day)), { locale });
    });
}

function numberIn(locale: Locale, written: string): string {
  const number = written.replaceAll(',', '') as DecimalString;
  return grouped(number, intlLocales(locale).numbers, number.split('.')[1]?.length ?? 0);
}
