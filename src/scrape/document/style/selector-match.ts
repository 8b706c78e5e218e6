import { _compileUnsafe } from 'css-select';
import { type Selector, SelectorType } from 'css-what';
import { type AnyNode, type Element, isTag } from 'domhandler';
import { isCombinator } from './ancestor-filter';

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
