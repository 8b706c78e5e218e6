import { type Selector, SelectorType } from 'css-what';
import type { Element } from 'domhandler';

/**
 * A Bloom filter of the tags, classes and ids above an element (as browsers keep one): tells in two operations that a
 * selector such as ".menu .open" can't match here, before its ancestors are climbed.
 */
export interface AncestorFilter {
  low: number;
  high: number;
}

export const NO_ANCESTORS: AncestorFilter = { low: 0, high: 0 };

export function withAncestor(above: AncestorFilter, element: Element, classes: string[]): AncestorFilter {
  const filter = { ...above };
  add(filter, element.name);
  if (element.attribs.id !== undefined) add(filter, `#${element.attribs.id}`);
  for (const name of classes) add(filter, `.${name}`);
  return filter;
}

/** What must stand above an element for the selector to match; the last compound speaks of the element itself. */
export function requiredAncestors(selector: Selector[]): AncestorFilter {
  const filter = { ...NO_ANCESTORS };
  const last = selector.findLastIndex(isCombinator);
  for (const token of selector.slice(0, Math.max(0, last))) {
    if (token.type === SelectorType.Tag) add(filter, token.name.toLowerCase());
    else if (token.type === SelectorType.Attribute && token.name === 'id' && token.action === 'equals') {
      add(filter, `#${token.value}`);
    } else if (token.type === SelectorType.Attribute && token.name === 'class' && token.action === 'element') {
      add(filter, `.${token.value}`);
    }
  }
  return filter;
}

export function mayHold(filter: AncestorFilter, required: AncestorFilter): boolean {
  return (filter.low & required.low) === required.low && (filter.high & required.high) === required.high;
}

export function isCombinator(token: Selector): boolean {
  return token.type === SelectorType.Descendant || token.type === SelectorType.Child;
}

function add(filter: AncestorFilter, word: string): void {
  let hash = 7;
  for (let index = 0; index < word.length; index++) hash = (hash * 31 + word.charCodeAt(index)) | 0;
  hash ^= hash >>> 15;
  if (hash & 32) filter.high |= 1 << (hash & 31);
  else filter.low |= 1 << (hash & 31);
}
