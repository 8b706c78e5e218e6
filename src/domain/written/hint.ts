/** What is known about where a text stands; decides what is ambiguous in it ("$", "1.234", 01/02/2026). */
export interface ParseHint {
  /** BCP 47 tag, e.g. "de", "pt-BR". */
  language?: string | null;
  /** ISO 3166 country, e.g. "CA"; wins over the language's. */
  region?: string | null;
  /** ISO 4217 code that is expected; breaks ties, never overrules what is written. */
  currency?: string | null;
  /** Host name of the page; its country ending tells the region where nothing else does. */
  host?: string | null;
  /** Prices of a measure (fuel, electricity) are expected, which carry three decimals: "1,639". */
  perMeasure?: boolean;
  /** The decimal mark of all amounts around that leave no doubt of it ("12,99 €"); null if they differ or none is. */
  shownMark?: DecimalMark | null;
}

/** `now` and the person's or page's time zone complete what is not written; without `now` only full dates are read. */
export interface DateContext extends ParseHint {
  now?: Date;
  /** IANA name; UTC where not given. */
  timeZone?: string;
}

// biome-ignore format: a table
const LANGUAGE_REGION: Record<string, string> = {
  de: 'DE', fr: 'FR', es: 'ES', pt: 'PT', it: 'IT', nl: 'NL', ja: 'JP', pl: 'PL', sv: 'SE', da: 'DK', nb: 'NO',
  nn: 'NO', no: 'NO', fi: 'FI', cs: 'CZ', sk: 'SK', hu: 'HU', ro: 'RO', bg: 'BG', hr: 'HR', sr: 'RS', sl: 'SI',
  el: 'GR', tr: 'TR', ru: 'RU', uk: 'UA', be: 'BY', lt: 'LT', lv: 'LV', et: 'EE', id: 'ID', ms: 'MY', vi: 'VN',
  th: 'TH', ko: 'KR', zh: 'CN', hi: 'IN', bn: 'BD', ta: 'IN', te: 'IN', mr: 'IN', he: 'IL', ar: 'SA', fa: 'IR',
  ur: 'PK', is: 'IS', ca: 'ES', gl: 'ES', eu: 'ES', ga: 'IE', ka: 'GE', hy: 'AM', az: 'AZ', kk: 'KZ', sq: 'AL',
  mk: 'MK', bs: 'BA', mt: 'MT', lb: 'LU', tl: 'PH', fil: 'PH', sw: 'KE', af: 'ZA',
};

/** Endings that are used as words ("io", "me", "tv") say nothing about a country. */
const GENERIC_ENDINGS = new Set([
  'io',
  'me',
  'tv',
  'co',
  'ai',
  'cc',
  'fm',
  'ly',
  'gg',
  'to',
  'sh',
  'ac',
  'ws',
  'so',
  'la',
  'im',
  'is',
  'st',
  'am',
  'eu',
  'su',
  'vc',
  'gl',
  'gd',
  'pw',
  'nu',
  'be',
]);

/** Countries that write 1,234.56. Others that we know write 1.234,56 or 1 234,56. */
const DOT_REGIONS = new Set(
  (
    'US GB IE CA AU NZ ZA IN PK LK NP BD CN HK TW MO JP KR SG MY PH TH IL MX GT HN NI SV DO PR PA PE JM TT BZ BS BB ' +
    'NG GH KE UG TZ ZM ZW BW NA EG SA AE QA KW BH OM JO LB CH LI MT MM KH MN BN CY'
  ).split(' '),
);

const COMMA_REGIONS = new Set(
  (
    'DE AT FR BE LU MC ES PT BR IT NL SE NO DK FI IS PL CZ SK HU RO BG HR RS SI BA ME MK AL GR TR RU UA BY KZ UZ AM ' +
    'AZ GE LT LV EE MD ID VN AR CL CO UY PY BO EC VE CR CU MA TN DZ SN CI CM AO MZ KG'
  ).split(' '),
);

export function languageOf({ language }: ParseHint): string | null {
  return language ? languageOfTag(language) : null;
}

const languageOfTag = lastKept((tag) => {
  const own = tag.trim().toLowerCase();
  return own ? (own.split(/[-_]/)[0] ?? null) : null;
});

/** A page asks of one language and host with each of its numbers: the last answer is kept. */
function lastKept(answer: (asked: string) => string | null): (asked: string) => string | null {
  let last: { asked: string; answer: string | null } | null = null;
  return (asked) => {
    if (last?.asked !== asked) last = { asked, answer: answer(asked) };
    return last.answer;
  };
}

const regionOfTag = lastKept((tag) => {
  const parts = tag.split(/[-_]/).slice(1);
  return parts.find((subtag) => /^[a-z]{2}$/i.test(subtag))?.toUpperCase() ?? null;
});

const regionOfHost = lastKept((host) => {
  const ending = host.toLowerCase().replace(/\.$/, '').split('.').at(-1);
  if (!ending || !/^[a-z]{2}$/.test(ending) || GENERIC_ENDINGS.has(ending)) return ending === 'be' ? 'BE' : null;
  return ending === 'uk' ? 'GB' : ending.toUpperCase();
});

/** The country that is named (region, language tag) or that the host's ending stands for; null where none is. */
export function statedRegion(hint: ParseHint): string | null {
  const region = hint.region?.trim().toUpperCase();
  return region || regionOfTag(hint.language ?? '') || regionOfHost(hint.host ?? '');
}

/** The stated region, else the one where the language is mostly spoken; English says nothing. */
export function likelyRegion(hint: ParseHint): string | null {
  const language = languageOf(hint);
  return statedRegion(hint) ?? (language ? (LANGUAGE_REGION[language] ?? null) : null);
}

export type DecimalMark = '.' | ',';

/** The decimal mark of a country, null where we do not know it. */
export function decimalMarkOfRegion(region: string | null): DecimalMark | null {
  if (region === null) return null;
  if (DOT_REGIONS.has(region)) return '.';
  return COMMA_REGIONS.has(region) ? ',' : null;
}

/** The decimal mark that the text's language and country use (CLDR), null where the hint does not say. */
export function decimalMark(hint: ParseHint): DecimalMark | null {
  const language = languageOf(hint);
  const tagged = regionOfTag(hint.language ?? '') ?? hint.region?.trim().toUpperCase() ?? null;
  if (tagged && decimalMarkOfRegion(tagged)) {
    // An English page of a country that writes commas still writes English numbers.
    return language === 'en' ? '.' : decimalMarkOfRegion(tagged);
  }
  if (language === 'en') return '.';
  if (language) return decimalMarkOfRegion(LANGUAGE_REGION[language] ?? null);
  return decimalMarkOfRegion(statedRegion(hint));
}
