import { z } from 'zod';

/** A case of another project's suite, with what our answer must be. */
export interface PeerCase {
  id: string;
  kind: 'number' | 'money' | 'quantity' | 'date' | 'availability';
  suite: string;
  /** Its language, or what else divides the suite. */
  group: string;
  text: string;
  language?: string;
  now?: string;
  expected: unknown;
  /** The field of the answer that is null where nothing was found. */
  field: string;
  isRight(answer: Record<string, unknown>): boolean;
}

const Recognized = z.object({
  id: z.string(),
  task: z.string(),
  language: z.string(),
  text: z.string(),
  expected: z.object({ value: z.string(), unit: z.string(), date: z.string() }).partial(),
});

const Dated = z.object({
  id: z.string(),
  language: z.string(),
  text: z.string(),
  now: z.string(),
  expected: z.object({ date: z.string() }),
  fullDate: z.boolean(),
});

const Stocked = z.object({ id: z.string(), text: z.string(), expected: z.string(), weak: z.boolean() });

const Price = z.object({
  id: z.string(),
  text: z.string(),
  expected: z.object({
    amount: z.string().nullable(),
    currency: z.string().nullable(),
    currencyIso: z.array(z.string()),
  }),
});

const POINT_LANGUAGES = ['en', 'ja'];

const isClose = (answer: unknown, expected: number) =>
  typeof answer === 'number' && Math.abs(answer - expected) <= Math.abs(expected) * 1e-9;

/** Values are written in the language's own way ("0,5"), with up to fifteen digits. */
function decimalOf(written: string, language: string): number {
  const bare = written.replace('%', '');
  return Number(POINT_LANGUAGES.includes(language) ? bare : bare.replace(',', '.'));
}

function isSameMoney(answer: Record<string, unknown>, value: number, unit: string): boolean {
  const hundredths = PEER_HUNDREDTHS[unit];
  if (hundredths) return isClose(answer.amount, value / 100) && hundredths.split(' ').includes(String(answer.currency));
  return isClose(answer.amount, value) && answer.currency === PEER_CURRENCIES.get(unit);
}

/** What a task of the recognizers is to us; conditions ("numberrange") are no values and are left out. */
function recognized(line: unknown): PeerCase[] {
  const { id, task, language, text, expected } = Recognized.parse(line);
  const base = { id, suite: task, group: language, text, language, expected };
  const value = decimalOf(expected.value ?? '', language);
  const unit = expected.unit?.toLowerCase() ?? '';
  if (task === 'number') return [{ ...base, kind: 'number', field: 'value', isRight: (a) => isClose(a.value, value) }];
  if (task === 'date') return [{ ...base, kind: 'date', field: 'date', isRight: ({ date }) => date === expected.date }];
  if (task === 'currency')
    return [{ ...base, kind: 'money', field: 'amount', isRight: (answer) => isSameMoney(answer, value, unit) }];
  if (task === 'numberrange') return [];
  const ours = task === 'percent' ? '%' : PEER_UNITS.get(unit);
  return [{ ...base, kind: 'quantity', field: 'value', isRight: (a) => isClose(a.value, value) && a.unit === ours }];
}

function dated(line: unknown): PeerCase {
  const { id, language, text, now, expected, fullDate } = Dated.parse(line);
  const base = { id, kind: 'date' as const, field: 'date', suite: `dateparser ${fullDate ? 'full' : 'partial'}` };
  return { ...base, group: language, text, language, now, expected, isRight: ({ date }) => date === expected.date };
}

function stocked(line: unknown): PeerCase {
  const { id, text, expected, weak } = Stocked.parse(line);
  const isRight = ({ available }: Record<string, unknown>) => available === (expected === 'in_stock');
  const group = `${expected}${weak ? ' weak' : ''}`;
  return { id, kind: 'availability', field: 'available', suite: 'availability', group, text, expected, isRight };
}

/** A currency that the suite names without a code (old ones, "руб") is not compared. */
function priced(line: unknown): PeerCase {
  const { id, text, expected } = Price.parse(line);
  const { amount, currency, currencyIso } = expected;
  const isRight = (answer: Record<string, unknown>) => {
    if (amount === null) return answer.amount === null;
    if (!isClose(answer.amount, Number(amount))) return false;
    if (currencyIso.length > 0) return currencyIso.includes(String(answer.currency));
    return currency !== null || answer.currency === null;
  };
  return {
    id,
    kind: 'money',
    field: 'amount',
    suite: 'price strings',
    group: 'amount + code',
    text,
    expected,
    isRight,
  };
}

/** All cases of the suites; `read` gives a file's lines as JSON. */
export function peerCases(read: (file: string) => unknown[]): PeerCase[] {
  return [
    ...read('recognizers.jsonl').flatMap(recognized),
    ...read('dates.jsonl').map(dated),
    ...read('availability.jsonl').map(stocked),
    ...read('price_strings.jsonl').map(priced),
  ];
}

/** What the suites call our unit symbols, in lower case. A turn has none here, nor a ton of no country. */
// biome-ignore format: a table
const UNIT_NAMES: Record<string, string> = {
  '°C': 'c|grado celsius|grau celsius', '°F': 'f|grado fahrenheit|grau fahrenheit', K: 'kelvin',
  '°': 'degree|grado|degré|grau', mm: 'millimeter|millimetro', cm: 'centimeter', m: 'meter|metro|mètres',
  km: 'kilometer|kilómetro|kilomètres|chilometro|quilômetro', in: 'inch|pulgada|pollice|polegada',
  ft: 'foot|pie|pied|piede|pé', mi: 'mile|milla|miglio|milha', 'km/h': 'kilometer per hour',
  mph: "mile per hour|milla por hora|miglia all'ora", 'm/s': 'meter per second', µg: 'microgram', kg: 'kilogram',
  t: 'metric ton|tonelada métrica|tonne métrique|tonne|ton|tonelada', oz: 'ounce|onza|oncia',
  lb: 'pound|libra|livre|libbra', ml: 'milliliter|mililitro', l: 'litre|liter|litro',
  gal: 'gallon|galón|gallone|galão', bbl: 'barrel|baril|barile', 'm³': 'cubic meter', 'ft³': 'cubic foot|pie cúbico',
  'm²': 'square meter|mètre carré|metro quadrato|metro quadrado',
  'km²': 'square kilometer|kilómetro cuadrado|kilomètre carré|chilometro quadrato', ac: 'acre|acro',
  TB: 'terabyte', bit: 'bit', rad: 'radian',
};

/** What the suites call currencies; a name that countries share stands for the likeliest. */
// biome-ignore format: a table
const CURRENCY_NAMES: Record<string, string> = {
  USD: 'dollar|dólar|united states dollar|dólar estadounidense|dólar estadunidense|dollar états-unis',
  CAD: 'canadian dollar|dólar canadiense|dollar canadien|dólar canadense', AUD: 'australian dollar|dólar australiano',
  HKD: 'hong kong dollar|dólar de hong kong', TWD: 'new taiwan dollar', EUR: 'euro',
  GBP: 'pound|british pound|libra|livre', JPY: 'japanese yen|yen|yen japonais', CNY: 'chinese yuan|yuan chino',
  INR: 'indian rupee|rupee|roupie|roupie indienne', LKR: 'sri lankan rupee', MXN: 'mexican peso|peso mexicano',
  TRY: 'turkish lira', CRC: 'costa rican colón', NGN: 'nigerian naira', PAB: 'panamanian balboa',
  CHF: 'franco suíço|franco|franc',
};

/** Hundredths: the suites count the pieces, we state the currency's main unit. */
// biome-ignore format: a table
const PEER_HUNDREDTHS: Record<string, string> = {
  cent: 'USD EUR CAD AUD', centavo: 'MXN BRL', pence: 'GBP', penique: 'GBP', pêni: 'GBP', sen: 'JPY MYR IDR',
};

const inverse = (table: Record<string, string>) =>
  new Map(Object.entries(table).flatMap(([ours, names]) => names.split('|').map((name) => [name, ours] as const)));

const PEER_UNITS = inverse(UNIT_NAMES);
const PEER_CURRENCIES = inverse(CURRENCY_NAMES);
