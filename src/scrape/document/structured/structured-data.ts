import type { Document } from 'domhandler';
import type { StructuredItem } from '@/domain/snapshot';
import { elementsOf, ownText } from '../dom-walk';
import { collapse } from '../visible-characters';
import { readJsonLd } from './json-ld';
import { MICRODATA, RDFA, readItems } from './microdata';

const MAX_ITEMS = 1_000;

/**
 * What the page states for machines, in document order per syntax: JSON-LD (with arrays and graphs taken apart),
 * microdata, RDFa Lite (given as microdata), Open Graph and other meta elements. Never throws; broken parts are left
 * out. `url` is what relative addresses stand against.
 */
export function readStructured(document: Document, url: string): StructuredItem[] {
  const scripts: string[] = [];
  const metas: Record<string, string>[] = [];
  let hasMicrodata = false;
  let hasRdfa = false;
  for (const element of elementsOf(document)) {
    const { name, attribs } = element;
    if (name === 'script') {
      if (/^\s*application\/ld\+json\b/i.test(attribs.type ?? '')) scripts.push(ownText(element));
    } else if (name === 'meta') metas.push(attribs);
    if (attribs.itemscope !== undefined) hasMicrodata = true;
    if (attribs.typeof !== undefined) hasRdfa = true;
  }
  return [
    ...scripts.flatMap(readJsonLd),
    ...(hasMicrodata ? readItems(document, url, MICRODATA) : []),
    ...(hasRdfa ? readItems(document, url, RDFA) : []),
    ...readMetas(metas),
  ].slice(0, MAX_ITEMS);
}

const MAX_METAS = 300;
const MAX_CONTENT = 2_000;

/** Vocabularies of `property` (and, by habit, `name`) that speak of the page's object: Open Graph and its relatives. */
const OPEN_GRAPH = /^(og|product|article|book|music|video|event|place|twitter):/;

type Values = Record<string, string | string[]>;

/** One item for Open Graph and one for the other named meta elements; a repeated name gives a list. */
function readMetas(metas: Record<string, string>[]): StructuredItem[] {
  const graph: Values = Object.create(null);
  const others: Values = Object.create(null);
  for (const meta of metas.slice(0, MAX_METAS)) {
    const name = (meta.property ?? meta.name)?.trim().toLowerCase() ?? '';
    const content = collapse((meta.content ?? '').slice(0, MAX_CONTENT));
    if (name !== '' && content !== '') put(OPEN_GRAPH.test(name) ? graph : others, name, content);
  }
  const type = graph['og:type'];
  return [...item('open-graph', typeof type === 'string' ? type : null, graph), ...item('meta', null, others)];
}

function item(syntax: 'open-graph' | 'meta', type: string | null, data: Values): StructuredItem[] {
  return Object.keys(data).length === 0 ? [] : [{ syntax, path: syntax, type, data }];
}

function put(values: Values, name: string, content: string): void {
  const before = values[name];
  if (before === undefined) values[name] = content;
  else values[name] = [...(Array.isArray(before) ? before : [before]), content];
}
