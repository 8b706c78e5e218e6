/** UTF-16 offsets, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A prompt as written and folded for matching; both have the same length, so offsets hold in either. */
export interface PromptText {
  original: string;
  folded: string;
}

export interface Quote extends Span {
  text: string;
}

const PAIRS = new Map([
  ['"', '"'],
  ['„', '"'],
  ['«', '»'],
  ['»', '«'],
  ['「', '」'],
  ['『', '』'],
  ["'", "'"],
  ['‹', '›'],
  ['`', '`'],
]);

/** Signs of numbers as Japanese keyboards write them. */
const HALF_WIDTH: Record<string, string> = {
  '％': '%',
  '￥': '¥',
  '＄': '$',
  '．': '.',
  '，': ',',
  '＋': '+',
  '－': '-',
};

/** Composes accents, makes quotes straight and spaces single, drops what cannot be seen. */
export function normalisePrompt(prompt: string): string {
  return prompt
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Cc}\s]+/gu, (run) => (/\s/.test(run) ? ' ' : ''))
    .replace(/[“”‟″]/g, '"')
    .replace(/[’‘‛´ʼ]/g, "'")
    .replaceAll('‚', ',')
    .replace(/[％￥＄．，＋－]/gu, (sign) => HALF_WIDTH[sign] ?? sign)
    .replaceAll('℃', '°C')
    .replaceAll('℉', '°F')
    .replace(/ +/g, ' ')
    .trim();
}

/** A sign more than three times in a row says no more than three of it, and is a long way for every rule. */
export function withoutLongRuns(text: string): string {
  return text.replace(/([^\p{L}\p{N}\s])\1{3,}/gu, '$1$1$1');
}

/** Lower case, without accents, half-width; a character that would change its length stays as it is. */
export function fold(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index++) {
    const unit = text.charAt(index);
    const plain = unit.charCodeAt(0) < 0x80 ? unit.toLowerCase() : foldUnit(unit);
    folded += plain.length === 1 ? plain : unit;
  }
  return folded;
}

function foldUnit(unit: string): string {
  if (unit >= '！' && unit <= '～') return String.fromCharCode(unit.charCodeAt(0) - 0xfee0).toLowerCase();
  return unit
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

export function promptText(original: string): PromptText {
  return { original, folded: fold(original) };
}

/** Texts in quotation marks, without the marks; an apostrophe inside a word opens nothing. */
export function findQuotes(text: string): Quote[] {
  const found: Quote[] = [];
  for (let index = 0; index < text.length; index++) {
    const open = text.charAt(index);
    const close = PAIRS.get(open);
    if (!close || (open === "'" && /[\p{L}\p{N}]/u.test(text[index - 1] ?? ' '))) continue;
    const end = closing(text, index + 1, close);
    const inner = end < 0 ? '' : text.slice(index + 1, end).trim();
    if (inner === '' || inner.length > 200) continue;
    found.push({ start: index, end: end + 1, text: inner });
    index = end;
  }
  return found;
}

function closing(text: string, from: number, close: string): number {
  let end = text.indexOf(close, from);
  while (close === "'" && end >= 0 && /[\p{L}\p{N}]/u.test(text[end + 1] ?? ' ')) end = text.indexOf(close, end + 1);
  return end;
}

/** True where the two ranges share a character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
