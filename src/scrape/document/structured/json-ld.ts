import { jsonrepair } from 'jsonrepair';
import type { StructuredItem } from '@/domain/snapshot';
import { textInside } from '../dom-walk';
import { parseMarkup } from '../parse/parse-markup';

const MAX_SCRIPT = 1_000_000;
/** Scripts of a page whose every fault is looked for; that takes time. */
const MENDED_THOROUGHLY = 5;

/** The entities of one JSON-LD script: a list or a graph gives one item each. Broken JSON is mended where it can be. */
export function readJsonLd(script: string, index: number): StructuredItem[] {
  const data = parseLoosely(script, index < MENDED_THOROUGHLY);
  return data === undefined ? [] : entitiesOf(data, `json-ld[${index}]`, 0);
}

/** Schema.org type without its address; the first of several. */
function typeOf(data: unknown): string | null {
  if (typeof data !== 'object' || data === null) return null;
  const stated: unknown = (data as Record<string, unknown>)['@type'];
  const first: unknown = Array.isArray(stated) ? stated[0] : stated;
  return typeof first === 'string' ? shortType(first) : null;
}

/** "https://schema.org/Product" and "schema:Product" as "Product". */
export function shortType(type: string): string {
  return (/(?<![^/#:])[^/#:]+$/.exec(type.trim().slice(-200))?.[0] ?? type).slice(0, 100);
}

function entitiesOf(data: unknown, path: string, depth: number): StructuredItem[] {
  if (Array.isArray(data)) {
    return depth > 3 ? [] : data.flatMap((one, index) => entitiesOf(one, `${path}[${index}]`, depth + 1));
  }
  if (typeof data !== 'object' || data === null) return [];
  const graph: unknown = (data as Record<string, unknown>)['@graph'];
  if (Array.isArray(graph)) return entitiesOf(graph, `${path}.@graph`, depth + 1);
  return [{ syntax: 'json-ld', path, type: typeOf(data), data }];
}

function parseLoosely(script: string, thoroughly: boolean): unknown {
  if (script.length > MAX_SCRIPT) return undefined;
  const text = withoutWrapping(script);
  const whole =
    parsed(text) ?? (text.includes('&quot;') ? parsed(textInside(parseMarkup(text).document, MAX_SCRIPT)) : undefined);
  return whole === undefined && /^[[{]/.test(text) ? parsed(mendJson(text, thoroughly)) : whole;
}

/** Comment and CDATA marks with which old templates wrap scripts. */
function withoutWrapping(script: string): string {
  return script
    .trim()
    .replace(/^(<!--|\/\/\s*<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, '')
    .replace(/(-->|\/\/\s*\]\]>|\/\*\s*\]\]>\s*\*\/|\]\]>)$/, '')
    .replace(/;$/, '')
    .trim();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** jsonrepair takes quadratic time on hostile text (46 s for 190 KB, measured), so it gets little. */
const MAX_REPAIR = 8_000;

/**
 * JSON as templates write it, made parseable: trailing commas, comments and raw line breaks in strings in one pass;
 * other faults only `thoroughly` and in short texts. Returns the text as it is where nothing helps.
 */
function mendJson(text: string, thoroughly: boolean): string {
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
