import type { ParseHint } from './hint';
import { languageOf } from './hint';

/** Powers of ten of the words and letters behind a number ("12k", "3 Mio.", "2.5 lakh", 億). */
// biome-ignore format: a table
const POWERS: Record<string, number> = {
  k: 3, rb: 3, ribu: 3, tsd: 3, thousand: 3, tausend: 3, mille: 3, mila: 3, duizend: 3, tys: 3, tusen: 3, тыс: 3,
  тис: 3, хил: 3, bin: 3,
  mio: 6, mln: 6, mn: 6, million: 6, millions: 6, millionen: 6, millón: 6, millon: 6, millones: 6, milhão: 6,
  milhões: 6, milhao: 6, milhoes: 6, milione: 6, milioni: 6, miljoen: 6, miljoner: 6, miljon: 6, millioner: 6,
  milionów: 6, milion: 6, млн: 6, milyon: 6, juta: 6, jt: 6, triệu: 6,
  mrd: 9, mld: 9, bn: 9, billion: 9, billions: 9, milliarde: 9, milliarden: 9, milliard: 9, milliards: 9,
  miliardo: 9, miliardi: 9, miljard: 9, miljarder: 9, млрд: 9, bilhão: 9, bilhões: 9, milyar: 9, miliar: 9, tỷ: 9,
  trillion: 12, trillions: 12, lakh: 5, lakhs: 5, lac: 5, lacs: 5, crore: 7, crores: 7,
};

const HAN: Record<string, number> = { 千: 3, 万: 4, 萬: 4, 億: 8, 亿: 8, 兆: 12, 천: 3, 만: 4, 억: 8, 조: 12 };

/** "Billion" of these languages is a million millions. */
const LONG_SCALE = new Set(['de', 'es', 'fr', 'it', 'nl', 'pl', 'sv', 'da', 'nb', 'no', 'fi', 'cs', 'pt']);

const WORD = /[\u00a0 ]?(\p{L}{1,12})(\.?)/uy;

const MILLIONS = /^[\u00a0 ]?mil (?:mill[oó]n(?:es)?|milh(?:ão|ões|oes))(?!\p{L})/iu;

/** "48.2 万", "48.2 万円"; before other signs it may begin a word (万博). */
const SPACED_HAN = /^ ?(万|萬|億|亿)(?=[円元人点件]|(?!\p{Script=Han}))/u;

/** With anything else behind it a number has no scale. */
const BEGINS = /[\p{L} \u00a0]/u;

export interface Scale {
  power: number;
  end: number;
  /** A character of the Han scale, after which a further number is added: 1億2000万. */
  additive: boolean;
}

function powerOf(word: string, attached: boolean, hint: ParseHint, money: boolean): number | null {
  const language = languageOf(hint);
  if (word === 'M' && (attached || money)) return 6;
  if (word === 'm' && attached && money) return 6;
  if ((word === 'B' || word === 'b') && attached && (money || word === 'B')) return 9;
  if (word === 'T' && attached && money) return 12;
  if ((word === 'cr' || word === 'Cr') && money) return 7;
  if ((word === 'L' || word === 'l') && attached && money && hint.region === 'IN') return 5;
  const lower = word.toLowerCase();
  if (lower === 'mil') return language === 'es' || language === 'pt' ? 3 : language === 'en' ? 6 : null;
  if ((lower === 'mi' || lower === 'bi') && language === 'pt' && money) return lower === 'mi' ? 6 : 9;
  if (lower === 'k' && !attached && !money && word !== 'k') return null; // "300 K" are kelvins
  if (lower === 'bin' && language !== 'tr') return null;
  if (/^b(illion|illón|illion(s|en))$/.test(lower) && language && LONG_SCALE.has(language) && lower !== 'billions') {
    return language === 'pt' && hint.region !== 'PT' ? 9 : 12;
  }
  return POWERS[lower] ?? null;
}

/** The scale that begins at `at` of folded text, or null. `money` allows "$1.2m". */
export function readScale(text: string, at: number, hint: ParseHint, money: boolean): Scale | null {
  const han = HAN[text[at] ?? ''];
  if (han !== undefined) return { power: han, end: at + 1, additive: true };
  if (!BEGINS.test(text[at] ?? '')) return null;
  const spaced = SPACED_HAN.exec(text.slice(at, at + 4))?.[1];
  if (spaced) return { power: HAN[spaced] ?? 0, end: at + 2, additive: true };
  WORD.lastIndex = at;
  const match = WORD.exec(text);
  const word = match?.[1];
  if (!match || !word) return null;
  const after = text[at + match[0].length - (match[2] ? 1 : 0)] ?? ' ';
  if (/[\p{L}\p{N}]/u.test(after)) return null;
  // "2 mil millones", "3 mil milhões": a thousand millions.
  const thousands = /^mil$/i.test(word) ? MILLIONS.exec(text.slice(at, at + 20)) : null;
  if (thousands) return { power: 9, end: at + thousands[0].length, additive: false };
  const attached = text[at] !== ' ' && text[at] !== '\u00a0';
  const power = powerOf(word, attached, hint, money);
  if (power === null) return null;
  // The full stop belongs to the abbreviation ("3 Mio. Euro"), not when it ends the sentence.
  const dotted = match[2] === '.' && /^(mio|mrd|tsd|mln|mld|tys|тыс|млн|млрд|тис)$/i.test(word);
  return { power, end: at + match[0].length - (match[2] && !dotted ? 1 : 0), additive: false };
}
