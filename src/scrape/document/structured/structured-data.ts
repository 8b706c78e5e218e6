import type { Document } from 'domhandler';
import type { StructuredItem } from '@/domain/snapshot';
import { elementsOf, ownText } from '../dom-walk';
import { readJsonLd } from './json-ld';
import { readMetas } from './meta-data';
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
