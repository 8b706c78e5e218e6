/** Languages whose month names are known, by CLDR through Intl; earlier ones win where one name means two months. */
const LANGUAGES = (
  'en de fr es pt it nl sv da nb fi pl cs sk hu ro hr sl tr ru uk bg el id ca et lv lt vi ' +
  'is be sr mk ka hi bn th he fil ms'
).split(' ');

/** Short forms that CLDR does not have and people write. */
const ALSO: Record<string, Record<string, number>> = {
  en: { sept: 9 },
  de: { mrz: 3, märz: 3, maerz: 3, jänner: 1, jän: 1, sept: 9 },
  fr: { fev: 2, fevrier: 2, aout: 8, decembre: 12, avr: 4, juil: 7, sept: 9 },
  es: { setiembre: 9, sept: 9, set: 9 },
  pt: { marco: 3 },
  nl: { mrt: 3, sept: 9 },
};

/** Three letters of Latin script, of which shorter ones are words; two of others, with their marks: মে, मई. */
const NAME = /^(?:\p{Script=Latin}{3,}|(?!\p{Script=Latin})[\p{L}\p{M}]{2,})$/u;

/** In other scripts than Latin also three letters, where no other month begins so: "кві", "чер". */
function addStems(names: Map<string, number>): void {
  const stems = new Map<string, number>();
  for (const [name, month] of names) {
    const stem = name.slice(0, 3);
    if (/\p{Script=Latin}/u.test(stem) || stem === name) continue;
    stems.set(stem, stems.has(stem) && stems.get(stem) !== month ? 0 : month);
  }
  for (const [stem, month] of stems) if (month !== 0 && !names.has(stem)) names.set(stem, month);
}

/** Tags that CLDR knows by another. */
const ALIAS: Record<string, string> = { no: 'nb', nn: 'nb', tl: 'fil' };

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
        if (NAME.test(plain) && !names.has(plain)) names.set(plain, month);
      }
    }
  }
  addStems(names);
  return names;
}

const cache = new Map<string, Map<string, number>>();

/** Names for a language with English behind it; for an unknown language, those of all. Lower case, no full stop. */
export function monthNames(language: string | null): ReadonlyMap<string, number> {
  const tag = language === null ? '' : (ALIAS[language] ?? language);
  const key = LANGUAGES.includes(tag) ? tag : '';
  const known = cache.get(key);
  if (known) return known;
  const merged = new Map<string, number>();
  for (const source of key === '' ? LANGUAGES : [key, 'en']) {
    for (const [name, month] of namesOf(source)) if (!merged.has(name)) merged.set(name, month);
  }
  cache.set(key, merged);
  return merged;
}
