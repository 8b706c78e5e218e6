/** Languages whose names of currencies are read; those of others are the few in currency-names.ts. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'ja'];

/** Longer names are hardly written, and each number's left side is searched as far as the longest reaches. */
const LONGEST = 23;

/**
 * What CLDR calls the currencies, in lower case, with their codes: "dólar canadiense", "香港ドル"; of the `plural` codes
 * also how CLDR writes several ("indische rupien"), which takes one formatter each.
 */
export function currencyNames(codes: readonly string[], plural: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  const add = (name: string | undefined, code: string) => {
    const form = name?.toLowerCase().replaceAll('\u00a0', ' ') ?? '';
    if (form.length > 1 && form.length <= LONGEST && !names.has(form)) names.set(form, code);
  };
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames(language, { type: 'currency', fallback: 'none' });
    for (const code of codes) add(display.of(code), code);
    for (const currency of plural) {
      const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'name' });
      add(format.formatToParts(2).find(({ type }) => type === 'currency')?.value, currency);
    }
  }
  return names;
}
