import type { StructuredItem } from '@/domain/snapshot';
import { collapse } from '../visible-characters';

const MAX_METAS = 300;
const MAX_CONTENT = 2_000;

/** Vocabularies of `property` (and, by habit, `name`) that speak of the page's object: Open Graph and its relatives. */
const OPEN_GRAPH = /^(og|product|article|book|music|video|event|place|twitter):/;

type Values = Record<string, string | string[]>;

/** One item for Open Graph and one for the other named meta elements; a repeated name gives a list. */
export function readMetas(metas: Record<string, string>[]): StructuredItem[] {
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
