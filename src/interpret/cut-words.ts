/** A word of a sentence where it stands: UTF-16 offsets, end exclusive. */
export interface CutWord {
  start: number;
  end: number;
  text: string;
}

/** Letters and digits with what joins them inside: "WH-1000XM6", "isn't", "4.2", "AT&T", "C++". */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[-.'’_/&+,:](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+){0,12}[+#]{0,2}/gu;
/** "l'été", "dell'oro": the article before the apostrophe is a word of its own. */
const ELIDED = /^(\p{L}{1,5}['’])(?=\p{L})/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

const japanese = new Intl.Segmenter('ja', { granularity: 'word' });

/** The words of a sentence from left to right, in time linear in its length. */
export function cutWords(text: string, language: string): CutWord[] {
  if (language === 'ja' || UNSPACED.test(text)) return cutUnspaced(text);
  const words: CutWord[] = [];
  for (const { 0: whole, index } of text.matchAll(WORD)) {
    const elided = language === 'fr' || language === 'it' ? (ELIDED.exec(whole)?.[1] ?? '') : '';
    if (elided !== '') words.push({ start: index, end: index + elided.length, text: elided });
    pushParts(words, whole.slice(elided.length), index + elided.length);
  }
  return words;
}

/** "less/more", "drops,it": a joint between two words of letters only is a gap. */
function pushParts(words: CutWord[], whole: string, start: number): void {
  if (/\d/.test(whole) || !/[/,:]/.test(whole)) {
    words.push({ start, end: start + whole.length, text: whole });
    return;
  }
  let at = start;
  for (const text of whole.split(/[/,:]/)) {
    if (text !== '') words.push({ start: at, end: at + text.length, text });
    at += text.length + 1;
  }
}

function cutUnspaced(text: string): CutWord[] {
  const words: CutWord[] = [];
  for (const { segment, index, isWordLike } of japanese.segment(text)) {
    if (isWordLike) words.push({ start: index, end: index + segment.length, text: segment });
  }
  return words;
}
