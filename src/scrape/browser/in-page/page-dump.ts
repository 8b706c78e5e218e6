import type { DumpLimits, PageDump } from '../../document/dump-answer';
import type { RawElement, RawNode, RawText } from '../../document/raw-tree';
import type { PageControls } from './page-controls';
import type { PageFlow } from './page-flow';
import type { Edges, PageStyle } from './page-style';

/** What holds for everything below an element. */
interface Inherited {
  /** Where content is cut off; null: nowhere. */
  clip: Edges | null;
  /** The same for descendants that are positioned absolutely: only ancestors that are positioned cut them. */
  positionedClip: Edges | null;
  /** How far to the right one can scroll. */
  reach: number;
  depth: number;
  offsetX: number;
  offsetY: number;
}

/**
 * Reads what a person sees of the page: runs in the page, in a world of its own, so that nothing that the page's
 * scripts have replaced is used. Sent as text, so it names nothing but itself, its helpers and the platform.
 * Text stays as the document has it even where the style shows capitals: both looks must give the same words.
 */
export class PageDumper {
  private elements = 0;
  private characters = 0;
  private truncated = false;
  private attributeCharacters = 0;
  private wordBoxes = 0;
  private readonly ignored: Set<Element>;
  private readonly started = performance.now();
  private readonly range = document.createRange();
  private readonly hasPseudoText = this.mayHavePseudoText();

  constructor(
    private readonly style: PageStyle,
    private readonly flow: PageFlow,
    private readonly controls: PageControls,
    private readonly limits: DumpLimits,
    /** What lies over the page and is not part of it: what remains of consent banners. */
    ignored: Element[],
    private readonly closedShadows: Map<Element, ShadowRoot>,
  ) {
    this.ignored = new Set(ignored);
  }

  run(): string {
    const reach = this.style.windowReach();
    const inherited = { clip: null, positionedClip: null, reach, depth: 0, offsetX: scrollX, offsetY: scrollY };
    const body: Element | null = document.body ?? document.documentElement;
    const root = body === null ? null : this.element(body, inherited, null, null);
    const dump: PageDump = {
      root: root ?? { tag: 'body', attributes: {}, flow: 'block', children: [] },
      title: document.title.slice(0, 2_000),
      language: document.documentElement?.lang?.slice(0, 40) || null,
      url: location.href,
      contentType: document.contentType,
      width: document.documentElement?.scrollWidth ?? 0,
      height: document.documentElement?.scrollHeight ?? 0,
      html: (document.documentElement?.outerHTML ?? '').slice(0, this.limits.html),
      truncated: this.truncated,
    };
    return JSON.stringify(dump);
  }

  private element(
    element: Element,
    above: Inherited,
    parent: CSSStyleDeclaration | null,
    previous: Node | null,
  ): RawElement | null {
    if (this.isFull(above) || this.isSkipped(element)) return null;
    const style = getComputedStyle(element);
    if (this.style.hides(element, style)) return null;
    const rect = element.getBoundingClientRect();
    if (this.style.isBesideWindow(element, style, rect)) return null;
    const inherited = this.inherit(element, style, rect, above);
    if (inherited.clip !== null && this.style.isNothing(inherited.clip)) return null;
    const flow = this.flow.flowOf(element, style, parent, previous);
    const raw: RawElement = {
      tag: element.localName.toLowerCase(),
      attributes: this.attributes(element),
      flow,
      children: this.children(element, style, inherited),
    };
    if (raw.children.length === 0 && flow !== 'break' && flow !== 'cell') return null;
    if (style.whiteSpaceCollapse !== 'collapse') raw.preformatted = true;
    if (this.style.struck(element, style)) raw.struck = true;
    raw.fontSize = Math.round(Number.parseFloat(style.fontSize) * 10) / 10;
    if (rect.width > 0 || rect.height > 0) raw.box = this.box(this.edges(rect, above));
    return raw;
  }

  private attributes(element: Element): Record<string, string> {
    const kept = this.controls.attributesOf(element);
    for (const name in kept) this.attributeCharacters += name.length + (kept[name]?.length ?? 0);
    return kept;
  }

  private isFull(above: Inherited): boolean {
    this.elements += 1;
    const full =
      this.elements > this.limits.elements ||
      this.characters > this.limits.characters ||
      this.attributeCharacters > this.limits.attributes ||
      above.depth > this.limits.depth ||
      performance.now() - this.started > this.limits.ms;
    this.truncated ||= full;
    return full;
  }

  /** HTML's in upper case, SVG's in lower case, as `tagName` has them. */
  private readonly neverDrawn = new Set(
    (
      'SCRIPT STYLE TEMPLATE NOSCRIPT HEAD OBJECT EMBED VIDEO AUDIO CANVAS DATALIST ' +
      'title desc metadata defs symbol'
    ).split(' '),
  );

  private isSkipped(element: Element): boolean {
    return this.neverDrawn.has(element.tagName) || this.ignored.has(element);
  }

  private inherit(element: Element, style: CSSStyleDeclaration, rect: DOMRect, above: Inherited): Inherited {
    const fixed = style.position === 'fixed';
    let clip = fixed ? null : style.position === 'absolute' ? above.positionedClip : above.clip;
    if (style.display !== 'contents' && style.display !== 'inline' && this.style.cuts(element, style)) {
      clip = this.style.meet(clip, this.edges(rect, above), style);
    }
    return {
      ...above,
      clip,
      positionedClip: this.style.holdsPositioned(style) ? clip : above.positionedClip,
      reach: /auto|scroll/.test(style.overflowX) ? 20_000 : above.reach,
      depth: above.depth + 1,
    };
  }

  private edges(rect: DOMRect, at: Inherited): Edges {
    return {
      left: rect.left + at.offsetX,
      top: rect.top + at.offsetY,
      right: rect.right + at.offsetX,
      bottom: rect.bottom + at.offsetY,
    };
  }

  private children(element: Element, style: CSSStyleDeclaration, at: Inherited): RawNode[] {
    const own = this.ownText(element, style, at);
    if (own !== null) return own;
    if (element.tagName === 'IFRAME' || element.tagName === 'FRAME') return this.frame(element, at);
    const found: RawNode[] = [];
    this.pseudo(element, '::before', style, found);
    let previous: Node | null = null;
    for (const node of this.childNodes(element)) {
      if (node.nodeType === Node.TEXT_NODE) {
        if (this.text(node as Text, element, style, at, found)) previous = node;
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        const child = this.element(node as Element, at, style, previous);
        if (child === null) {
          // Words on both sides of a radio button or a field do not touch.
          if ((node as Element).tagName === 'INPUT') found.push({ text: ' ' });
          continue;
        }
        found.push(child);
        if (child.box) previous = node;
      }
    }
    this.pseudo(element, '::after', style, found);
    return found;
  }

  private childNodes(element: Element): ArrayLike<Node> & Iterable<Node> {
    const shadow = element.shadowRoot ?? this.closedShadows.get(element);
    if (shadow) return shadow.childNodes;
    if (element.tagName === 'SLOT') {
      const assigned = (element as HTMLSlotElement).assignedNodes();
      if (assigned.length > 0) return assigned;
    }
    return element.childNodes;
  }

  /** Text that stands in an element's own drawing, not in child nodes: controls and pictures. */
  private ownText(element: Element, style: CSSStyleDeclaration, at: Inherited): RawNode[] | null {
    const text = this.controls.textOf(element);
    if (text === null) return null;
    const edges = this.edges(element.getBoundingClientRect(), at);
    if (text.trim() === '' || !this.isInView(edges, at) || style.visibility !== 'visible') return [];
    this.characters += text.length;
    return [{ text: text.slice(0, 10_000), box: this.box(edges) }];
  }

  private frame(element: Element, at: Inherited): RawNode[] {
    let inner: Document | null = null;
    try {
      inner = (element as HTMLIFrameElement).contentDocument;
    } catch {
      // Of another origin: not ours to read.
    }
    if (!inner?.body) return [];
    const rect = element.getBoundingClientRect();
    if (rect.width < 3 || rect.height < 3) return [];
    const offsetX = at.offsetX + rect.left + element.clientLeft;
    const offsetY = at.offsetY + rect.top + element.clientTop;
    const body = this.element(inner.body, { ...at, clip: null, positionedClip: null, offsetX, offsetY }, null, null);
    return body === null ? [] : [body];
  }

  /** Adds the text where it is drawn; true where it was. */
  private text(node: Text, element: Element, style: CSSStyleDeclaration, at: Inherited, found: RawNode[]): boolean {
    if (node.data.trim() === '') {
      if (node.data !== '') found.push({ text: node.data });
      return false;
    }
    if (element.tagName === 'DETAILS' && !(element as HTMLDetailsElement).open) return false;
    this.range.selectNodeContents(node);
    let union: Edges | null = null;
    for (const rect of this.range.getClientRects()) {
      const edges = this.edges(rect, at);
      if (rect.width < 0.5 || rect.height < 0.5 || !this.isInView(edges, at)) continue;
      union ??= { ...edges };
      union.left = Math.min(union.left, edges.left);
      union.top = Math.min(union.top, edges.top);
      union.right = Math.max(union.right, edges.right);
      union.bottom = Math.max(union.bottom, edges.bottom);
    }
    if (union === null || !this.style.hasInk(element, style, union)) return false;
    this.characters += node.data.length;
    const words = this.words(node, at);
    const box = this.box(union);
    found.push({ text: node.data.slice(0, this.limits.characters), box, ...(words === null ? {} : { words }) });
    return true;
  }

  /** The boxes of the words of a short text with a number among others: one of them may be a value. */
  private words(node: Text, at: Inherited): RawText['words'] | null {
    const words = [...node.data.matchAll(/\S+/g)];
    if (words.length < 2 || words.length > 60 || this.wordBoxes > 6_000 || !/\d/.test(node.data)) return null;
    this.wordBoxes += words.length;
    return words.map((word) => {
      this.range.setStart(node, word.index);
      this.range.setEnd(node, word.index + word[0].length);
      return this.box(this.edges(this.range.getBoundingClientRect(), at));
    });
  }

  /** On the page (below the fold included, beyond its left and upper edge not) and not cut off. */
  private isInView(edges: Edges, at: Inherited): boolean {
    if (edges.right <= 0 || edges.bottom <= 0 || edges.left >= at.reach) return false;
    const { clip } = at;
    if (clip === null) return true;
    return (
      Math.min(edges.right, clip.right) - Math.max(edges.left, clip.left) > 1 &&
      Math.min(edges.bottom, clip.bottom) - Math.max(edges.top, clip.top) > 1
    );
  }

  /** Words that a style sheet adds; foreign sheets may not be looked into, so they count. */
  private mayHavePseudoText(): boolean {
    for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
      try {
        for (const rule of sheet.cssRules) if (/content:|@import/.test(rule.cssText)) return true;
      } catch {
        return true;
      }
    }
    return document.querySelector('iframe') !== null;
  }

  private pseudo(element: Element, which: '::before' | '::after', style: CSSStyleDeclaration, found: RawNode[]): void {
    if (!this.hasPseudoText && element.getRootNode() === document) return;
    const drawn = getComputedStyle(element, which);
    const text = /^"((?:[^"\\]|\\.)*)"$/.exec(drawn.content)?.[1]?.replace(/\\(.)/g, '$1');
    if (text === undefined || !/[\p{L}\p{N}\p{Sc}%]/u.test(text) || text.length > 200) return;
    if (style.visibility !== 'visible' || this.style.hides(element, drawn) || Number.parseFloat(drawn.fontSize) < 2)
      return;
    found.push({ text: drawn.display === 'inline' ? text : ` ${text} ` });
  }

  private box(edges: Edges): { x: number; y: number; width: number; height: number } {
    const round = (value: number) => Math.round(value * 10) / 10;
    return {
      x: round(edges.left),
      y: round(edges.top),
      width: round(edges.right - edges.left),
      height: round(edges.bottom - edges.top),
    };
  }
}
