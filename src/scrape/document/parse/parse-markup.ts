import { type AnyNode, type Document, DomHandler, type Element, isCDATA, isTag, isText } from 'domhandler';
import { Parser } from 'htmlparser2';
import type { RawElement, RawNode } from '../raw-tree';
import type { ReadDocument } from '../understood-document';
import { element, parseText } from './parse-text';

/** The parser's time grows with the square of the depth: 20 s for 240,000 open elements. Pages have tens. */
const MAX_DEPTH = 4_000;
const CHUNK = 65_536;
const MAX_MS = 8_000;

interface ParsedMarkup {
  document: Document;
  /** False where what stands behind was left out. */
  isWhole: boolean;
}

/**
 * HTML, or with `xmlMode` XML, as a document. Never throws. What stands behind 4,000 open elements, or behind 8
 * seconds of parsing, is left out: only hostile pages get there.
 */
export function parseMarkup(text: string, options: { xmlMode?: boolean } = {}): ParsedMarkup {
  const handler = new ShallowHandler();
  const parser = new Parser(handler, options);
  const end = performance.now() + MAX_MS;
  let read = 0;
  while (read < text.length && !handler.tooDeep && performance.now() <= end) {
    parser.write(text.slice(read, read + CHUNK));
    read += CHUNK;
  }
  if (!handler.tooDeep) parser.end();
  return { document: handler.root, isWhole: read >= text.length && !handler.tooDeep };
}

class ShallowHandler extends DomHandler {
  tooDeep = false;
  private pause = () => {};

  override onparserinit(parser: Parser): void {
    super.onparserinit(parser);
    this.pause = () => parser.pause();
  }

  override onopentag(name: string, attributes: Record<string, string>): void {
    super.onopentag(name, attributes);
    if (this.tagStack.length <= MAX_DEPTH) return;
    this.tooDeep = true;
    this.pause();
  }
}

const MAX_ELEMENTS = 50_000;

interface Waiting {
  node: AnyNode;
  into: RawElement;
}

/**
 * XML as lines: "name: text" for an element without children, and a row of "name: value" cells for its attributes,
 * since data often stands in them (`<Cube currency="USD" rate="1.0934"/>`). Without any element: plain text.
 */
export function parseXml(text: string, _url: string): ReadDocument {
  const { document, isWhole } = parseMarkup(text, { xmlMode: true });
  const top = document.children.find(isTag);
  if (top === undefined) return parseText(text);
  const root = element('body', []);
  const waiting: Waiting[] = [{ node: top, into: root }];
  let count = 0;
  for (let next = waiting.pop(); next !== undefined && count < MAX_ELEMENTS; next = waiting.pop()) {
    const { node, into } = next;
    count++;
    if (isText(node)) into.children.push(element('xml-text', [{ text: node.data }]));
    else if (isTag(node)) addElement(waiting, node, into);
    else if (isCDATA(node)) for (const child of [...node.children].reverse()) waiting.push({ node: child, into });
  }
  return {
    kind: 'xml',
    root,
    title: titleOf(top),
    language: top.attribs['xml:lang'] ?? null,
    structured: [],
    isWhole: isWhole && count < MAX_ELEMENTS,
    document: null,
  };
}

function addElement(waiting: Waiting[], node: Element, into: RawElement): void {
  const block = element(node.name.toLowerCase(), []);
  into.children.push(block);
  const cells = Object.entries(node.attribs)
    .filter(([name]) => !name.startsWith('xmlns') && !name.startsWith('xsi:'))
    .map(([name, value]) => element('xml-cell', named(name, value), { flow: 'cell' }));
  const leaf = ownText(node);
  if (leaf !== null && leaf.trim() !== '') {
    const shown = named(node.name, leaf);
    if (cells.length === 0) block.children.push(...shown);
    else cells.push(element('xml-cell', shown, { flow: 'cell' }));
  }
  if (cells.length > 0) block.children.push(element('xml-row', cells, { flow: 'row' }));
  if (leaf === null) for (const child of [...node.children].reverse()) waiting.push({ node: child, into: block });
}

function named(name: string, value: string): RawNode[] {
  return [{ text: `${name}: ` }, element('xml-value', [{ text: value }], { flow: 'inline', attributes: { name } })];
}

/** The text of an element that holds nothing else; null for one with elements inside. */
function ownText(node: Element): string | null {
  let text = '';
  for (const child of node.children) {
    if (isTag(child)) return null;
    if (isText(child)) text += child.data;
    if (isCDATA(child)) text += child.children.map((part) => (isText(part) ? part.data : '')).join('');
  }
  return text;
}

function titleOf(top: Element): string {
  const title = top.children.find((child) => isTag(child) && /^(\w+:)?(title|name)$/i.test(child.name));
  return title !== undefined && isTag(title) ? (ownText(title)?.trim().slice(0, 200) ?? '') : '';
}
