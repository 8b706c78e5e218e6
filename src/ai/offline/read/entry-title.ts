import type { Span } from '@/domain/snapshot';
import type { PageIndex } from './page-index';

/** What an entry is called: its heading, else the longest of its first link and first line. */
export function titleOf(page: PageIndex, entry: number): Span {
  const node = page.nodes[entry];
  if (node === undefined) return { start: 0, end: 0 };
  let link: Span | null = null;
  for (let index = entry; index < page.nodes.length; index++) {
    const below = page.nodes[index];
    if (below === undefined || (index > entry && below.start >= node.end)) break;
    if (
      /^h[1-6]$/.test(below.tag) ||
      below.attributes.itemprop === 'title' ||
      below.attributes.itemprop === 'headline'
    ) {
      return firstLine(page, below);
    }
    if (link === null && below.tag === 'a' && isTelling(page.text.slice(below.start, below.end)))
      link = nameWithin(page, index);
  }
  return firstLine(page, link ?? firstTelling(page, node));
}

/** "調理員" says as much in three characters as other scripts in eight. */
const isTelling = (text: string): boolean => text.length >= 4 || /[\p{Script=Han}\p{Script=Katakana}]{2}/u.test(text);

const NAMED = /(^|[-_ ])(title|name|headline|heading|titel|titre|titulo|nombre|titolo|nome|naam)($|[-_ ])/i;
const MONEY = /[\p{Sc}円]|\d[.,]\d\d(?!\d)|(^|[^\p{L}])(eur|usd|gbp|chf|kr|zł)([^\p{L}]|$)/iu;

/** A card that is one link holds a picture, a name and a price: it is called by its name, not by all of them. */
function nameWithin(page: PageIndex, link: number): Span {
  const whole = page.nodes[link] ?? { start: 0, end: 0 };
  let parts = (page.children[link] ?? []).flatMap((child) => page.nodes[child] ?? []);
  for (let inner = link; parts.length === 1 && parts[0]?.tag !== 'img'; ) {
    inner = page.children[inner]?.[0] ?? -1;
    parts = (page.children[inner] ?? []).flatMap((child) => page.nodes[child] ?? []);
  }
  if (parts.length < 2) return whole;
  const texts = parts.filter(({ tag, start, end }) => {
    const text = page.text.slice(start, end);
    return tag !== 'img' && /\p{L}{2}/u.test(text) && text.length <= 120 && !MONEY.test(text);
  });
  const named = texts.find(({ attributes }) => NAMED.test(attributes.class ?? '') || attributes.itemprop === 'name');
  const longest = texts.toSorted((one, other) => other.end - other.start - (one.end - one.start))[0];
  return named ?? longest ?? whole;
}

const DATE_ONLY = /^[\s\p{P}\d]*(?:\p{L}{2,10}\.?[\s\p{P}\d]*){0,2}$/u;

/** A row that begins with its date or number is called by what stands behind it. */
function firstTelling(page: PageIndex, node: Span): Span {
  let start = node.start;
  for (const line of page.text.slice(node.start, node.end).split(/[\n\t]/)) {
    const isDate = /\d/.test(line) && DATE_ONLY.test(line);
    if (/\p{L}{2}/u.test(line) && !isDate) return { start, end: node.end };
    start += line.length + 1;
  }
  return node;
}

function firstLine(page: PageIndex, span: Span): Span {
  const text = page.text.slice(span.start, Math.min(span.end, span.start + 500));
  const stop = text.search(/[\n\t]/);
  return { start: span.start, end: span.start + (stop > 0 ? stop : text.length) };
}
