import { _compileUnsafe } from 'css-select';
import { type Selector, SelectorType } from 'css-what';
import { type AnyNode, type Element, isTag } from 'domhandler';

type Match = (element: Element) => boolean;

/** One compound ("li.open#first"), as far as tags, classes and ids go. */
interface Compound {
  tag: string | null;
  id: string | null;
  classes: string[];
}

/** Matches an element. Compiled at first use, since most rules of a sheet never meet an element. */
export function matcher(selector: Selector[]): Match {
  let compiled: Match | undefined;
  return (element) => {
    compiled ??= compile(selector);
    return compiled(element);
  };
}

/** Chains of descendants, the bulk of all sheets, are matched here: css-select's cache costs more than the climb. */
function compile(selector: Selector[]): Match {
  const chain = selector.every((token) => token.type !== SelectorType.Child) ? chainOf(selector) : null;
  if (chain !== null) return (element) => matchesChain(element, chain);
  try {
    return _compileUnsafe<AnyNode, Element>([selector]);
  } catch {
    return () => false;
  }
}

/** The compounds, the element's own first; null where one needs more than tags, classes and ids. */
function chainOf(selector: Selector[]): Compound[] | null {
  const chain: Compound[] = [{ tag: null, id: null, classes: [] }];
  for (const token of selector) {
    const compound = chain[0];
    if (compound === undefined) return null;
    if (isCombinator(token)) chain.unshift({ tag: null, id: null, classes: [] });
    else if (token.type === SelectorType.Tag) compound.tag = token.name.toLowerCase();
    else if (token.type === SelectorType.Attribute && token.name === 'id' && token.action === 'equals') {
      compound.id = token.value;
    } else if (token.type === SelectorType.Attribute && token.name === 'class' && token.action === 'element') {
      compound.classes.push(token.value);
    } else if (token.type !== SelectorType.Universal) return null;
  }
  return chain;
}

/** With descendants only, the nearest ancestor that fits is always as good as a farther one. */
function matchesChain(element: Element, chain: Compound[]): boolean {
  const [own, ...above] = chain;
  if (own === undefined || !fits(element, own)) return false;
  let ancestor = element.parent;
  for (const compound of above) {
    while (ancestor !== null && !(isTag(ancestor) && fits(ancestor, compound))) ancestor = ancestor.parent;
    if (ancestor === null) return false;
    ancestor = ancestor.parent;
  }
  return true;
}

function fits(element: Element, { tag, id, classes }: Compound): boolean {
  if (tag !== null && tag !== element.name) return false;
  if (id !== null && id !== element.attribs.id) return false;
  return classes.every((name) => hasClass(element.attribs.class, name));
}

function hasClass(list: string | undefined, name: string): boolean {
  if (list === undefined) return false;
  if (list === name) return true;
  return list.includes(name) && list.split(/\s+/).includes(name);
}

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
