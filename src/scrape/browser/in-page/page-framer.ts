import type { Edges } from './page-style';

/** Where the frame was drawn and where text stands, in coordinates of the window; its size and place on the page. */
export interface Framed {
  edges: Edges;
  /** The lines of visible text in the window. */
  lines: Edges[];
  pageX: number;
  pageY: number;
  width: number;
  height: number;
}

/**
 * Finds a quote on the page, brings it into the window and draws a frame around it. Sent into the page as text (see
 * dump-page). The page may have moved since it was read, so the words are looked for again, nearest to their old place.
 */
export class PageFramer {
  show(quote: string, old: Edges): Framed {
    const range = this.find(quote, old);
    const target = range?.startContainer.parentElement ?? null;
    if (target !== null) target.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    else scrollTo(0, Math.max(0, (old.top + old.bottom) / 2 - innerHeight / 2));
    const edges = range === null ? this.inWindow(old) : this.place(range);
    this.draw(edges);
    const { pageLeft, pageTop } = visualViewport ?? { pageLeft: scrollX, pageTop: scrollY };
    return { edges, lines: this.lines(), pageX: pageLeft, pageY: pageTop, width: innerWidth, height: innerHeight };
  }

  hide(): void {
    document.querySelector('monitors-frame')?.remove();
    scrollTo(0, 0);
  }

  private inWindow(page: Edges): Edges {
    return {
      left: page.left - scrollX,
      right: page.right - scrollX,
      top: page.top - scrollY,
      bottom: page.bottom - scrollY,
    };
  }

  /** A text's lines one by one; a long page is left after a while. */
  private lines(): Edges[] {
    const found: Edges[] = [];
    const started = performance.now();
    for (const node of this.texts(document, [])) {
      if (found.length >= 2_000 || performance.now() - started > 500) break;
      if (node.data.trim() === '' || node.parentElement?.closest('script, style, noscript, template')) continue;
      const range = (node.ownerDocument ?? document).createRange();
      range.selectNodeContents(node);
      const { top, bottom } = this.place(range);
      if (bottom <= 0 || top >= innerHeight) continue;
      if (!node.parentElement?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      for (const rect of range.getClientRects()) found.push(this.place(range, rect));
    }
    return found.filter((line) => line.right - line.left > 1 && line.bottom > 0 && line.top < innerHeight);
  }

  /** The range's rectangle, or one of its lines', in the outer window, through the frames that it stands in. */
  private place(range: Range, rect: DOMRect = range.getBoundingClientRect()): Edges {
    let [x, y] = [0, 0];
    for (let view = range.startContainer.ownerDocument?.defaultView; view && view !== window; ) {
      const frame = view.frameElement;
      if (frame === null) break;
      const outer = frame.getBoundingClientRect();
      x += outer.left + frame.clientLeft;
      y += outer.top + frame.clientTop;
      view = frame.ownerDocument.defaultView;
    }
    return { left: rect.left + x, right: rect.right + x, top: rect.top + y, bottom: rect.bottom + y };
  }

  private find(quote: string, old: Edges): Range | null {
    const wanted = this.plain(quote);
    const words = wanted.split(' ');
    let best: Range | null = null;
    let distance = Number.POSITIVE_INFINITY;
    const started = performance.now();
    for (const node of this.texts(document, [])) {
      if (performance.now() - started > 1_000) break;
      // Most text is not it, and reading it letter by letter is slow.
      const range = words.every((word) => node.data.includes(word)) ? this.within(node, wanted) : null;
      if (range === null) continue;
      const at = this.place(range);
      if (at.right - at.left < 1 || at.bottom - at.top < 1) continue;
      const away = Math.abs(at.top + scrollY - old.top) + Math.abs(at.left + scrollX - old.left);
      if (away < distance) [best, distance] = [range, away];
    }
    return best;
  }

  private texts(root: Node, found: Text[]): Text[] {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null && found.length < 100_000; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) found.push(node as Text);
      else this.inner(node as Element, found);
    }
    return found;
  }

  private inner(element: Element, found: Text[]): void {
    if (element.shadowRoot) this.texts(element.shadowRoot, found);
    if (element.tagName !== 'IFRAME' && element.tagName !== 'FRAME') return;
    try {
      const document = (element as HTMLIFrameElement).contentDocument;
      if (document) this.texts(document, found);
    } catch {
      // Of another origin.
    }
  }

  private plain(text: string): string {
    return text.replace(/\s+/g, ' ').trim();
  }

  /** The part of the node that says the words, white space apart; null where it does not. */
  private within(node: Text, wanted: string): Range | null {
    const data = node.data;
    let plain = '';
    const offsets: number[] = [];
    for (let i = 0; i < data.length; i++) {
      const space = /\s/.test(data[i] ?? '');
      if (space && (plain === '' || plain.endsWith(' '))) continue;
      plain += space ? ' ' : data[i];
      offsets.push(i);
    }
    const start = plain.indexOf(wanted);
    const first = offsets[start];
    const last = offsets[start + wanted.length - 1];
    if (start < 0 || first === undefined || last === undefined) return null;
    const range = (node.ownerDocument ?? document).createRange();
    range.setStart(node, first);
    range.setEnd(node, last + 1);
    return range;
  }

  private draw(edges: Edges): void {
    const frame = document.createElement('monitors-frame');
    const set = (name: string, value: string) => frame.style.setProperty(name, value, 'important');
    set('all', 'initial');
    set('position', 'fixed');
    set('left', `${edges.left - 6}px`);
    set('top', `${edges.top - 5}px`);
    set('width', `${edges.right - edges.left + 12}px`);
    set('height', `${edges.bottom - edges.top + 10}px`);
    set('box-sizing', 'border-box');
    set('border', '3px solid #e8590c');
    set('border-radius', '4px');
    set('box-shadow', '0 0 0 2px rgba(255,255,255,.85)');
    set('z-index', '2147483647');
    set('pointer-events', 'none');
    document.documentElement.append(frame);
  }
}
