import { fold } from './text';

/** Countries that write "$" for their own money and speak Spanish, by their name and what only they call things. */
const NAMED: [region: string, words: RegExp][] = [
  ['AR', /(?<!\p{L})(?:argentin[oa]s?|buenos aires|caba|dolar (?:oficial|blue|mep|ccl|tarjeta|cripto|mayorista)|banco nacion|nafta)(?!\p{L})/u],
  ['CL', /(?<!\p{L})(?:chile(?:n[oa]s?)?|santiago de chile|valparaiso|vina del mar|nunoa|dolar observado)(?!\p{L})/u],
  ['CO', /(?<!\p{L})(?:colombia(?:n[oa]s?)?|bogota|medellin|barranquilla|trm)(?!\p{L})/u],
  ['UY', /(?<!\p{L})(?:uruguay[oa]?s?|montevideo|punta del este)(?!\p{L})/u],
  ['MX', /(?<!\p{L})(?:mexic(?:o|an[oa]s?)|cdmx|guadalajara|monterrey|dolar fix|banxico)(?!\p{L})/u],
  ['EC', /(?<!\p{L})(?:ecuador|quito|guayaquil)(?!\p{L})/u],
]; // biome-ignore format: a table

/** "$420 dólares": the word behind the amount says what its sign leaves open. */
export function namedCurrency(text: string): string | null {
  return /\$ ?\d[\d.,]* ?(?:dolares|usd)(?!\p{L})/u.test(fold(text)) ? 'USD' : null;
}

/** The one country that a Spanish prompt names or gives away, for "$" is the sign of eight; null where none or several. */
export function namedRegion(text: string, language: string): string | null {
  if (language !== 'es' || !text.includes('$')) return null;
  const folded = fold(text);
  const found = NAMED.filter(([, words]) => words.test(folded));
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}
