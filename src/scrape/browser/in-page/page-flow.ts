import type { Flow } from '../../document/raw-tree';

/**
 * How an element stands against its neighbours, by style and place. Sent into the page as text (see dump-page), so it
 * names nothing but itself and the platform.
 */
export class PageFlow {
  /** `previous`: the sibling before, if it was seen. */
  flowOf(
    element: Element,
    style: CSSStyleDeclaration,
    parent: CSSStyleDeclaration | null,
    previous: Node | null,
  ): Flow {
    if (/^(BR|HR)$/.test(element.tagName)) return 'break';
    const role = element.getAttribute('role') ?? '';
    if (role === 'row') return 'row';
    if (/^(cell|gridcell|columnheader|rowheader)$/.test(role)) return 'cell';
    if (/^(BUTTON|INPUT|SELECT|IMG|TEXTAREA)$/.test(element.tagName)) return 'piece';
    return this.byDisplay(element, style, parent, previous);
  }

  private byDisplay(
    element: Element,
    style: CSSStyleDeclaration,
    parent: CSSStyleDeclaration | null,
    previous: Node | null,
  ): Flow {
    const display = style.display;
    if (display === 'table-row') return 'row';
    if (display === 'table-cell') return 'cell';
    if (display === 'inline' || display === 'contents' || display.startsWith('ruby')) return 'inline';
    if (display.startsWith('inline')) return this.inLine(element, style, previous);
    const sideBySide =
      parent !== null && /flex|grid/.test(parent.display) && !parent.flexDirection.startsWith('column');
    const floats = style.cssFloat !== 'none' || /absolute|fixed/.test(style.position);
    if ((sideBySide || floats) && this.isOneLine(element, style)) return this.inLine(element, style, previous);
    return display === 'list-item' ? 'list-item' : 'block';
  }

  /** Parts of a price in a flex box touch each other, labels beside a value do not. */
  private inLine(element: Element, style: CSSStyleDeclaration, previous: Node | null): Flow {
    if (previous === null) return this.isOneLine(element, style) ? 'inline' : 'block';
    const rect = element.getBoundingClientRect();
    const before = this.rectOf(previous);
    const overlap = Math.min(rect.bottom, before.bottom) - Math.max(rect.top, before.top);
    if (overlap < 0.3 * Math.min(rect.height, before.height)) return 'block';
    const gap = Math.min(Math.abs(rect.left - before.right), Math.abs(before.left - rect.right));
    const inset = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.borderLeftWidth);
    return gap + inset < 0.15 * Number.parseFloat(style.fontSize) ? 'inline' : 'piece';
  }

  private rectOf(node: Node): DOMRect {
    if (node.nodeType === Node.ELEMENT_NODE) return (node as Element).getBoundingClientRect();
    const range = (node.ownerDocument ?? document).createRange();
    range.selectNodeContents(node);
    return range.getBoundingClientRect();
  }

  private isOneLine(element: Element, style: CSSStyleDeclaration): boolean {
    const height = element.getBoundingClientRect().height;
    const padding = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom);
    if (height - padding < 2.2 * Number.parseFloat(style.fontSize)) return true;
    // A large figure with small currency and cents beside it.
    return height < 100 && !this.hasBlocks(element) && (element.textContent ?? '').length < 40;
  }

  private hasBlocks(element: Element): boolean {
    return element.querySelector('p,div,ul,ol,li,table,h1,h2,h3,h4,h5,h6,section,article,br,dl,form') !== null;
  }
}

/**
 * What moves by style alone. Sent into the page as text (see dump-page), so it names nothing but itself and the
 * platform.
 */
export class PageMotion {
  /** A person sees words that fade in a moment later; longer motions and those without end show what they show. */
  private readonly soonMs = 3_000;

  /** Brings what is about to come to rest to its end. */
  end(): void {
    for (const motion of document.getAnimations()) {
      const end = Number(motion.effect?.getComputedTiming().endTime ?? Number.POSITIVE_INFINITY);
      if (motion.playState !== 'running' || end - Number(motion.currentTime ?? 0) > this.soonMs) continue;
      try {
        motion.finish();
      } catch {
        // It has no end, or nothing to end.
      }
    }
  }
}
