/** Words as they are compared: letters and digits only, folded so that accents, case and width do not matter. */

const FOLDS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
const ASCII = /^[\u0000-\u007f]*$/;

/** Case, accents, width and ligatures removed: "Größe" and "GROSSE" are one word. Length may differ from the input's. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđı]/gu, (letter) => FOLDS[letter] ?? letter);
}

/** A plural and its singular should meet: only the plain s of English, French, Spanish, Portuguese and Dutch goes. */
export function stem(folded: string): string {
  if (folded.length > 4 && folded.endsWith('ies')) return `${folded.slice(0, -3)}y`;
  if (folded.length > 3 && folded.endsWith('s') && !folded.endsWith('ss')) return folded.slice(0, -1);
  return folded;
}

export interface Word {
  stem: string;
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts without spaces join Latin letters and digits directly ("サイズ26cm"): each is a run of its own. */
const MIXED_WORD =
  /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+|(?:(?![\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])[\p{L}\p{N}\p{M}])+/gu;
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/u;

export function isCjk(text: string): boolean {
  return CJK.test(text);
}

const STEMS = new Map<string, string>();
const MOST_STEMS = 20_000;

/** The same words come again and again, on one page and on the next. */
function stemOf(written: string): string {
  const known = STEMS.get(written);
  if (known !== undefined) return known;
  if (STEMS.size >= MOST_STEMS) STEMS.clear();
  const found = stem(fold(written));
  if (written.length <= 40) STEMS.set(written, found);
  return found;
}

/** Words with their offsets in the text, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const pattern = CJK.test(text) ? MIXED_WORD : WORD;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [written] = match;
    words.push({ stem: stemOf(written), start: match.index, end: match.index + written.length });
  }
  return words;
}

/** The stems of a text as a set, for membership. */
export function stemsOf(text: string): Set<string> {
  return new Set(wordsOf(text).map((word) => word.stem));
}

const STOP = new Set(
  `a an the of for in on at to from by with and or is are was be it its this that my our your me if when as into per
  der die das den dem des ein eine einen einem einer von fur im am bei zu mit und oder ist auf aus
  le la les un une des du de d l en au aux a et ou est sur pour par dans
  el los las uno una del y o es al con por para
  il lo gli i uno di da dal della dello dei delle nel nella che e per
  o os as um uma do da dos das no na nos nas em e por
  het een van voor op te bij met en of is
  page site website url seite pagina`
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => stem(word)),
);

export function isStopWord(word: string): boolean {
  return STOP.has(word);
}

/** Words that mark another model of the same name: "iPhone 17" is not "iPhone 17 Pro". */
const MODEL_WORDS = new Set(
  'pro max plus ultra mini lite air se xl xxl premium deluxe elite slim digital junior senior kid'.split(' '),
);

/** Colours in the eight languages: a variant that a page may offer next to others. */
const COLOURS = new Set(
  `black white red blue green grey gray silver gold pink purple yellow orange brown beige navy graphite titanium cream
  schwarz weiss rot blau grun grau silber rosa lila gelb braun
  noir blanc rouge bleu vert gris argent jaune violet marron
  negro blanco rojo azul verde plata amarillo morado
  nero bianco rosso blu grigio argento giallo viola marrone
  preto branco vermelho cinza prata amarelo roxo
  zwart wit rood blauw groen grijs zilver geel paars bruin`
    .split(/\s+/)
    .filter(Boolean),
);

export function isModelWord(word: string): boolean {
  return MODEL_WORDS.has(word);
}

export function isColour(word: string): boolean {
  return COLOURS.has(word);
}
