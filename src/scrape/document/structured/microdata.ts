import { type AnyNode, type Document, type Element, isTag } from 'domhandler';
import type { StructuredItem } from '@/domain/snapshot';
import { textInside } from '../dom-walk';
import { collapse } from '../visible-characters';
import { shortType } from './json-ld';

const MAX_ITEMS = 500;
const MAX_PROPERTIES = 20_000;
const MAX_TEXT = 2_000;

/** Names of the attributes that say the same in microdata (HTML standard) and RDFa Lite (W3C). */
interface Vocabulary {
  path: string;
  property: string;
  /** The type of the item that this element is, or null where it is none. */
  itemType(attributes: Record<string, string>): string | null;
}

export const MICRODATA: Vocabulary = {
  path: 'microdata',
  property: 'itemprop',
  itemType: (attributes) => (attributes.itemscope === undefined ? null : (attributes.itemtype ?? '')),
};

export const RDFA: Vocabulary = {
  path: 'rdfa',
  property: 'property',
  itemType: (attributes) => attributes.typeof ?? null,
};

type Item = Record<string, unknown>;

interface Waiting {
  node: AnyNode;
  item: Item | null;
}

/** The items that the page's elements make up; nested items stand inside their parents' data. */
export function readItems(document: Document, url: string, vocabulary: Vocabulary): StructuredItem[] {
  const found: StructuredItem[] = [];
  const waiting: Waiting[] = [];
  let properties = 0;
  pushChildren(waiting, document.children, null);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!isTag(next.node) || properties > MAX_PROPERTIES) continue;
    const { attribs } = next.node;
    const type = vocabulary.itemType(attribs);
    const names = next.item === null ? [] : (attribs[vocabulary.property]?.split(/\s+/) ?? []).filter(Boolean);
    const item = type === null ? null : itemOf(type);
    for (const name of names) {
      properties++;
      if (next.item !== null) put(next.item, shortType(name), item ?? propertyValue(next.node, url));
    }
    if (item !== null && names.length === 0 && found.length < MAX_ITEMS) {
      const path = `${vocabulary.path}[${found.length}]`;
      const stated = item['@type'];
      found.push({ syntax: 'microdata', path, type: typeof stated === 'string' ? stated : null, data: item });
    }
    pushChildren(waiting, next.node.children, item ?? next.item);
  }
  return found;
}

function pushChildren(waiting: Waiting[], nodes: AnyNode[], item: Item | null): void {
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index];
    if (node !== undefined) waiting.push({ node, item });
  }
}

/** Without a prototype: the page chooses the names. */
function itemOf(type: string): Item {
  const item: Item = Object.create(null);
  const first = type.trim().split(/\s+/)[0] ?? '';
  if (first !== '') item['@type'] = shortType(first);
  return item;
}

function put(item: Item, name: string, value: unknown): void {
  const before = item[name];
  if (before === undefined) item[name] = value;
  else if (Array.isArray(before)) before.push(value);
  else item[name] = [before, value];
}

/** By element, as the HTML standard says; `content` counts everywhere, since pages use it so. */
function propertyValue(element: Element, url: string): string {
  const { name, attribs } = element;
  const { content } = attribs;
  if (content !== undefined) return collapse(content.slice(0, MAX_TEXT));
  if (name === 'a' || name === 'area' || name === 'link') return absolute(attribs.href, url);
  if (name === 'img' || name === 'source' || name === 'iframe') return absolute(attribs.src, url);
  if (name === 'object') return absolute(attribs.data, url);
  if ((name === 'data' || name === 'meter') && attribs.value !== undefined) return attribs.value;
  if (name === 'time' && attribs.datetime !== undefined) return attribs.datetime;
  return collapse(textInside(element, MAX_TEXT));
}

function absolute(address: string | undefined, url: string): string {
  return address === undefined ? '' : (URL.parse(address, url)?.href ?? address);
}
