import { type AnyNode, type Document, type Element, isTag, isText } from 'domhandler';
import { ConsentMarkup } from './consent-markup';
import { controlText, flowOfDisplay, flowOfRole, flowOfTag, NEVER_DRAWN, PREFORMATTED, STRUCK } from './html-elements';
import type { Flow, RawElement } from './raw-tree';
import { type Cascade, MAX_STYLED_DEPTH, type Style } from './style/cascade';
import { hiddenByClass, type Inherited, inheritFrom, isGone, isReadable, isStruckThrough } from './style/drawn-style';
import { type AncestorFilter, NO_ANCESTORS, withAncestor } from './style/selector-match';

export interface TreeOptions {
  cascade: Cascade;
  /** Sheets are linked that were not loaded: conventional class names count, the canvas is unknown. */
  unseenSheets: boolean;
  /** What relative links stand against. */
  base: string;
}

/** Two stacks of equal height: an object for each of a page's nodes would be litter. */
interface Waiting {
  nodes: AnyNode[];
  places: Place[];
}

/** Shared by the children of an element. */
interface Place {
  into: RawElement;
  above: Inherited;
  depth: number;
  ancestors: AncestorFilter;
}

/** The visible part of a parsed document. Without recursion, since hostile pages nest without end. */
export function visibleTree(document: Document, options: TreeOptions): RawElement {
  const root: RawElement = { tag: 'html', attributes: {}, flow: 'block', children: [] };
  const above: Inherited = {
    visible: true,
    sized: true,
    color: null,
    canvas: options.unseenSheets ? null : [255, 255, 255],
    preformatted: false,
    apart: false,
  };
  const consent = new ConsentMarkup(document);
  const waiting: Waiting = { nodes: [], places: [] };
  pushChildren(waiting, document.children, { into: root, above, depth: 0, ancestors: NO_ANCESTORS });
  for (let node = waiting.nodes.pop(); node !== undefined; node = waiting.nodes.pop()) {
    const place = waiting.places.pop();
    if (place === undefined) break;
    if (isText(node)) {
      if (isReadable(place.above)) place.into.children.push({ text: node.data });
    } else if (isTag(node)) addElement(waiting, node, place, options, consent);
  }
  return root;
}

function pushChildren(waiting: Waiting, nodes: AnyNode[], place: Place): void {
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index];
    if (node === undefined) continue;
    waiting.nodes.push(node);
    waiting.places.push(place);
  }
}

function addElement(
  waiting: Waiting,
  element: Element,
  from: Place,
  options: TreeOptions,
  consent: ConsentMarkup,
): void {
  const tag = element.name;
  if (NEVER_DRAWN.has(tag) && !isShadowRoot(element)) return;
  if (tag === 'title' && from.into.tag === 'svg') return;
  const classes = classesOf(element);
  const styled = from.depth <= MAX_STYLED_DEPTH;
  const style = styled
    ? options.cascade.styleOf(element, element.attribs.style ?? '', classes, from.ancestors)
    : NO_STYLE;
  // Pages hide html and body until their scripts run; a person sees them.
  const isPage = tag === 'html' || tag === 'body';
  if (!isPage && isGone(style, isHiddenByMarkup(element, classes, options))) return;
  if (consent.isBanner(element, style)) return;
  const inherited = inheritFrom(from.above, style);
  const preformatted = inherited.preformatted || PREFORMATTED.has(tag);
  const changes = preformatted !== inherited.preformatted || (isPage && !inherited.visible);
  const above = changes ? { ...inherited, preformatted, visible: inherited.visible || isPage } : inherited;
  const raw = rawOf(element, style, from.above.apart, above.preformatted, options.base);
  from.into.children.push(raw);
  const text = controlText(element);
  if (text === null) {
    const ancestors = options.cascade.empty ? NO_ANCESTORS : withAncestor(from.ancestors, element, classes);
    pushChildren(waiting, drawnChildren(element), { into: raw, above, depth: from.depth + 1, ancestors });
  } else if (text !== '' && isReadable(above)) raw.children.push({ text });
}

const NO_STYLE: Style = new Map();
const NO_CLASSES: string[] = [];

function classesOf(element: Element): string[] {
  const list = element.attribs.class;
  if (list === undefined) return NO_CLASSES;
  return list.includes(' ') || /\s/.test(list) ? list.split(/\s+/) : [list];
}

/** A closed `details` shows its summary only. */
function drawnChildren(element: Element): AnyNode[] {
  if (element.name !== 'details' || element.attribs.open !== undefined) return element.children;
  return element.children.filter((child) => isTag(child) && child.name === 'summary').slice(0, 1);
}

/** Declarative shadow roots are drawn though they stand in a template. */
function isShadowRoot(element: Element): boolean {
  return element.name === 'template' && element.attribs.shadowrootmode !== undefined;
}

function isHiddenByMarkup(element: Element, classes: string[], options: TreeOptions): boolean {
  const { attribs, name } = element;
  if (attribs.hidden !== undefined || attribs.popover !== undefined) return true;
  if (name === 'dialog') return attribs.open === undefined;
  if (name === 'input' && attribs.type?.toLowerCase() === 'hidden') return true;
  return options.unseenSheets && classes.length > 0 && hiddenByClass(classes, (one) => options.cascade.knowsClass(one));
}

function rawOf(element: Element, style: Style, apart: boolean, preformatted: boolean, base: string): RawElement {
  const raw: RawElement = {
    tag: element.name,
    attributes: absolute(element.attribs, base),
    flow: flowOf(element, style, apart),
    children: [],
  };
  if (preformatted) raw.preformatted = true;
  if (STRUCK.has(element.name) || isStruckThrough(style)) raw.struck = true;
  return raw;
}

function flowOf(element: Element, style: Style, apart: boolean): Flow {
  const byTag = flowOfTag(element.name);
  if (byTag === 'break' || byTag === 'piece') return byTag;
  const display = style.get('display');
  const flow = (display === undefined ? null : flowOfDisplay(display)) ?? flowOfRole(element.attribs.role) ?? byTag;
  if (flow !== 'inline') return flow;
  // List items and blocks drawn in a line, and children of flex boxes, still stand apart.
  return apart || byTag !== 'inline' ? 'piece' : 'inline';
}

function absolute(attributes: Record<string, string>, base: string): Record<string, string> {
  const href = attributes.href;
  if (href === undefined) return attributes;
  const { href: _, ...others } = attributes;
  const url = URL.parse(href, base);
  const isLink = url !== null && /^(https?|mailto|tel):$/.test(url.protocol);
  return isLink ? { ...others, href: url.href } : others;
}
