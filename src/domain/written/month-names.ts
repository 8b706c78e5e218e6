/** Languages whose month names are known, by CLDR through Intl; earlier ones win where one name means two months. */
const LANGUAGES = 'en de fr es pt it nl sv da nb fi pl cs sk hu ro hr sl tr ru uk bg el id ca et lv lt vi'.split(' ');

/** Short forms that CLDR does not have and people write. */
const ALSO: Record<string, Record<string, number>> = {
  en: { sept: 9 },
  de: { mrz: 3, märz: 3, maerz: 3, jänner: 1, jän: 1, sept: 9 },
  fr: { fev: 2, fevrier: 2, aout: 8, decembre: 12, avr: 4, juil: 7, sept: 9 },
  es: { setiembre: 9, sept: 9, set: 9 },
  pt: { marco: 3 },
  nl: { mrt: 3, sept: 9 },
};

function namesOf(language: string): Map<string, number> {
  const names = new Map<string, number>(Object.entries(ALSO[language] ?? {}));
  for (const style of ['long', 'short'] as const) {
    const alone = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
    const withDay = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' });
    for (let month = 1; month <= 12; month++) {
      const date = Date.UTC(2026, month - 1, 15);
      const inflected = withDay.formatToParts(date).find((part) => part.type === 'month')?.value ?? '';
      for (const name of [alone.format(date), inflected]) {
        const plain = name.toLowerCase().replace(/\.$/, '');
        if (/^\p{L}{3,}$/u.test(plain) && !names.has(plain)) names.set(plain, month);
      }
    }
  }
  return names;
}

const cache = new Map<string, Map<string, number>>();

/** Names for a language with English behind it; for an unknown language, those of all. Lower case, no full stop. */
export function monthNames(language: string | null): ReadonlyMap<string, number> {
  const key = language !== null && LANGUAGES.includes(language === 'no' ? 'nb' : language) ? language : '';
  const known = cache.get(key);
  if (known) return known;
  const merged = new Map<string, number>();
  for (const source of key === '' ? LANGUAGES : [key === 'no' ? 'nb' : key, 'en']) {
    for (const [name, month] of namesOf(source)) if (!merged.has(name)) merged.set(name, month);
  }
  cache.set(key, merged);
  return merged;
}
