import { jsonrepair } from 'jsonrepair';

/** jsonrepair takes quadratic time on hostile text (46 s for 190 KB, measured), so it gets little. */
const MAX_REPAIR = 8_000;

/**
 * JSON as templates write it, made parseable: trailing commas, comments and raw line breaks in strings in one pass;
 * other faults only `thoroughly` and in short texts. Returns the text as it is where nothing helps.
 */
export function mendJson(text: string, thoroughly: boolean): string {
  const mended = withoutCommonFaults(text);
  if (!thoroughly || text.length > MAX_REPAIR || isJson(mended)) return mended;
  try {
    return jsonrepair(text);
  } catch {
    return text;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function withoutCommonFaults(text: string): string {
  const kept: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '"') {
      const end = endOfString(text, at);
      kept.push(escaped(text.slice(at, end)));
      at = end - 1;
    } else if (character === '/' && /[/*]/.test(text[at + 1] ?? '')) at = endOfComment(text, at) - 1;
    else if (character !== ',' || !/[}\]]/.test(nextSign(text, at + 1))) kept.push(character);
  }
  return kept.join('');
}

function endOfString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

function endOfComment(text: string, open: number): number {
  const mark = text[open + 1] === '/' ? '\n' : '*/';
  const close = text.indexOf(mark, open + 2);
  return close < 0 ? text.length : close + mark.length;
}

function nextSign(text: string, from: number): string {
  let at = from;
  while (/\s/.test(text[at] ?? '')) at++;
  return text[at] ?? '';
}

function escaped(string: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows no controls in strings
  return string.replace(/[\u0000-\u001f]/g, (control) => (control === '\n' ? '\\n' : ' '));
}
