/** A rectangle in page coordinates. */
export interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What is behind an element: a colour and whose it is, or something that has no one colour. */
type Ground = { colour: number[]; owner: Element | null } | 'picture';

/**
 * What the style of an element makes of it. Sent into the page as text (see dump-page), so it names nothing but
 * itself and the platform.
 */
export class PageStyle {
  private readonly colours = new Map<string, number[]>();
  private readonly grounds = new Map<Element, Ground>();
  private readonly inks = new Map<Element, boolean | number[]>();
  private painters: { element: Element; edges: Edges }[] | null = null;

  /** Nothing of the element or below can be seen. */
  hides(element: Element, style: CSSStyleDeclaration): boolean {
    if (style.display === 'none' || Number(style.opacity) < 0.05) return true;
    if (style.contentVisibility === 'hidden' || /opacity\(0(\.0\d*)?%?\)/.test(style.filter)) return true;
    if (/^rect\((\d+)(px)?,? \1(px)?,? \1(px)?,? \1(px)?\)/.test(style.clip))
      return /absolute|fixed/.test(style.position);
    if (style.clipPath !== 'none' && this.clipsAll(style.clipPath)) return true;
    return element.parentElement?.tagName === 'DETAILS' && this.isFolded(element, element.parentElement);
  }

  private clipsAll(path: string): boolean {
    const inset = /^inset\(([\d.]+)%/.exec(path);
    if (inset !== null) return Number(inset[1]) >= 50;
    return /^circle\(0(px|%)?[ )]/.test(path) || /^polygon\((0px 0px(, )?)+\)/.test(path);
  }

  private isFolded(element: Element, details: Element): boolean {
    return !(details as HTMLDetailsElement).open && element !== details.querySelector(':scope > summary');
  }

  struck(element: Element, style: CSSStyleDeclaration): boolean {
    return style.textDecorationLine.includes('line-through') || /^(DEL|S|STRIKE)$/.test(element.tagName);
  }

  /** The element cuts off what stands out of it, and cannot be scrolled to show it. */
  cuts(element: Element, style: CSSStyleDeclaration): boolean {
    // Of these two the window takes over the overflow: they are often "hidden" only while a dialog is open.
    if (element.tagName === 'HTML' || element.tagName === 'BODY') return false;
    return /hidden|clip/.test(style.overflowX + style.overflowY);
  }

  /** Fixed beside the window, where nobody can scroll to: a drawer that waits to be pulled in. */
  isBesideWindow(element: Element, style: CSSStyleDeclaration, { left, top, right, bottom }: DOMRect): boolean {
    const view = element.ownerDocument.defaultView;
    // Inside something that is transformed, "fixed" holds on to that.
    if (style.position !== 'fixed' || view === null || (element as HTMLElement).offsetParent !== null) return false;
    if (right <= left || bottom <= top) return false;
    return left >= view.innerWidth || top >= view.innerHeight || right <= 0 || bottom <= 0;
  }

  /** How far to the right of the page a person comes, in page coordinates. */
  windowReach(): number {
    const [root, body] = [document.documentElement, document.body ?? document.documentElement].map((one) =>
      one === null ? '' : getComputedStyle(one).overflowX,
    );
    return /hidden|clip/.test(root === 'visible' ? (body ?? '') : (root ?? '')) ? scrollX + innerWidth : 9_000;
  }

  /** What is left of `clip` where an element at these edges cuts its contents off, in the directions that it cuts. */
  meet(clip: Edges | null, edges: Edges, style: CSSStyleDeclaration): Edges {
    const wide = { left: -1e6, top: -1e6, right: 1e7, bottom: 1e7 };
    const outer = clip ?? wide;
    const x = /hidden|clip/.test(style.overflowX);
    const y = /hidden|clip/.test(style.overflowY);
    return {
      left: x ? Math.max(outer.left, edges.left) : outer.left,
      right: x ? Math.min(outer.right, edges.right) : outer.right,
      top: y ? Math.max(outer.top, edges.top) : outer.top,
      bottom: y ? Math.min(outer.bottom, edges.bottom) : outer.bottom,
    };
  }

  /** Boxes of one pixel hide text for screen readers. */
  isNothing(edges: Edges): boolean {
    return edges.right - edges.left <= 1.5 || edges.bottom - edges.top <= 1.5;
  }

  /** Descendants that are positioned absolutely are placed, and cut, by this element. */
  holdsPositioned(style: CSSStyleDeclaration): boolean {
    return style.position !== 'static' || style.transform !== 'none' || style.filter !== 'none';
  }

  /** Text of this element at this place is drawn in ink that shows. */
  hasInk(element: Element, style: CSSStyleDeclaration, edges: Edges): boolean {
    let ink = this.inks.get(element);
    if (ink === undefined) {
      ink = this.inkOf(element, style);
      this.inks.set(element, ink);
    }
    if (typeof ink === 'boolean') return ink;
    const ground = this.groundOf(element);
    return ground === 'picture' || this.isPaintedBetween(ground.owner, edges, ink);
  }

  /** True and false where the style alone decides; the colour where it is the background's. */
  private inkOf(element: Element, style: CSSStyleDeclaration): boolean | number[] {
    if (style.visibility !== 'visible' || Number.parseFloat(style.fontSize) < 2) return false;
    const ink = this.colour(style.getPropertyValue('-webkit-text-fill-color') || style.color);
    const ground = this.groundOf(element);
    if (ground === 'picture') return true;
    const same = [0, 1, 2].every((i) => Math.abs((ink[i] ?? 0) - (ground.colour[i] ?? 0)) <= 3);
    const faint = (ink[3] ?? 1) < 0.05;
    if (!same && !faint) return true;
    if (style.textShadow !== 'none' || style.getPropertyValue('-webkit-text-stroke-width') !== '0px') return true;
    return faint ? false : ink;
  }

  /** The nearest opaque background behind an element; "picture" where a picture or a gradient is in the way. */
  private groundOf(element: Element): Ground {
    const known = this.grounds.get(element);
    if (known !== undefined) return known;
    const above = this.parentOf(element);
    const ground = this.ownGround(element) ?? (above === null ? this.paper() : this.groundOf(above));
    this.grounds.set(element, ground);
    return ground;
  }

  private ownGround(element: Element): Ground | null {
    const style = getComputedStyle(element);
    const colour = this.colour(style.backgroundColor);
    const alpha = colour[3] ?? 1;
    if (alpha <= 0.02 && style.backgroundImage === 'none') return null;
    if (alpha < 0.9 || style.backgroundImage !== 'none') return 'picture';
    return { colour, owner: element };
  }

  private paper(): Ground {
    return { colour: [255, 255, 255, 1], owner: null };
  }

  parentOf(element: Element): Element | null {
    if (element.assignedSlot) return element.assignedSlot;
    if (element.parentElement) return element.parentElement;
    const root = element.getRootNode();
    return 'host' in root ? (root.host as Element) : null;
  }

  /**
   * Something of another colour lies at the place without being an ancestor: white words on a photograph beside them.
   */
  private isPaintedBetween(owner: Element | null, edges: Edges, ink: number[]): boolean {
    this.painters ??= this.findPainters();
    const x = (edges.left + edges.right) / 2;
    const y = (edges.top + edges.bottom) / 2;
    return this.painters.some(({ element, edges: e }) => {
      if (x < e.left || x > e.right || y < e.top || y > e.bottom) return false;
      if (owner !== null && element.contains(owner)) return false;
      const colour = this.colour(getComputedStyle(element).backgroundColor);
      const plain = (colour[3] ?? 1) > 0.02 && getComputedStyle(element).backgroundImage === 'none';
      return !plain || [0, 1, 2].some((i) => Math.abs((ink[i] ?? 0) - (colour[i] ?? 0)) > 3);
    });
  }

  private findPainters(): { element: Element; edges: Edges }[] {
    const found: { element: Element; edges: Edges }[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      if (found.length > 2_000) break;
      const style = getComputedStyle(element);
      const paints = /^(IMG|VIDEO|CANVAS|PICTURE|svg|OBJECT|EMBED|IFRAME)$/.test(element.tagName);
      const filled = style.backgroundImage !== 'none' || (this.colour(style.backgroundColor)[3] ?? 1) > 0.02;
      if (!paints && !filled) continue;
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const [x, y] = [scrollX, scrollY];
      found.push({ element, edges: { left: left + x, top: top + y, right: right + x, bottom: bottom + y } });
    }
    return found;
  }

  /** Red, green, blue (0–255) and alpha (0–1). Wide-gamut notations count as ink that shows. */
  private colour(value: string): number[] {
    const known = this.colours.get(value);
    if (known !== undefined) return known;
    const numbers = (value.match(/[\d.]+/g) ?? []).map(Number);
    const parsed = value.startsWith('rgb') ? [...numbers.slice(0, 3), numbers[3] ?? 1] : [-1, -1, -1, 1];
    this.colours.set(value, parsed);
    return parsed;
  }
}
