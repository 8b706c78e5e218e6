import type { StructuredItem } from '@/domain/snapshot';
import { textInside } from '../dom-walk';
import { parseMarkup } from '../parse/parse-markup';
import { mendJson } from './json-mend';

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
