/**
 * How numbers and dates can be written for a person, by CLDR's English of a region: words stay English. Each writes
 * something otherwise than all others do; what only moves a currency's sign or the first day of a week is not listed.
 */
export const LOCALES = [
  { code: 'en', name: 'Standard' },
  { code: 'en-US', name: 'United States' },
  { code: 'en-AU', name: 'Australia' },
  { code: 'en-IN', name: 'India' },
  { code: 'en-DE', name: 'Germany' },
  { code: 'en-CH', name: 'Switzerland' },
  { code: 'en-SE', name: 'Sweden' },
] as const;

export type Locale = (typeof LOCALES)[number]['code'];

/** Numbers as in the United States, dates as in Britain: what all read before there was a choice. */
export const DEFAULT_LOCALE: Locale = 'en';

/** A stored choice; what is not offered, or no longer, is the default. */
export function localeOf(stored: string): Locale {
  return LOCALES.find(({ code }) => code === stored)?.code ?? DEFAULT_LOCALE;
}

/** The locales (BCP 47) that Intl writes a choice's numbers and dates in. Others than the default stand for both. */
export function intlLocales(locale: string = DEFAULT_LOCALE): { numbers: string; dates: string } {
  return locale === DEFAULT_LOCALE ? { numbers: 'en-US', dates: 'en-GB' } : { numbers: locale, dates: locale };
}

/** Node and browsers differ in the spaces of a time ("3:04 pm"): the same text must come out of both. */
export function plainSpaces(text: string): string {
  return text.replace(/[\u202f\u00a0]/g, ' ');
}

/** A moment by Intl, as `locale` writes it. The same on the server and in the browser. */
export function formatMoment(date: Date, options: Intl.DateTimeFormatOptions, locale?: Locale): string {
  return plainSpaces(new Intl.DateTimeFormat(intlLocales(locale).dates, options).format(date));
}

/**
 * The same number whatever writes it: a true minus where Intl has a hyphen, the Swiss apostrophe, which CLDR 48 changed
 * from ’ to ', and one kind of space that breaks no line.
 */
export function plainSigns(number: string): string {
  return number.replace('-', '−').replaceAll("'", '’').replaceAll('\u202f', '\u00a0');
}
