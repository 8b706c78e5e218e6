/**
 * Finds what asks for consent to cookies and lies over the page or beside it. Sent into the page as text (see
 * dump-page). Starts from the buttons of such a banner, so a page that merely writes about cookies is not touched.
 */
export class PageConsent {
  constructor(
    private readonly words: RegExp,
    private readonly answers: RegExp,
    private readonly names: RegExp,
  ) {}

  /** A page has a few such buttons and banners; more than this are there to take time. */
  readonly most = { buttons: 500, levels: 100 };

  private readonly asking = new Map<Element, boolean>();
  private pageLength = -1;

  /** The outermost elements of each banner. */
  find(): Element[] {
    let looked = 0;
    const found = new Set<Element>();
    const shadows = this.hosts();
    for (const root of [document, ...shadows]) {
      for (const button of root.querySelectorAll(
        'button,a,[role="button"],input[type="button"],input[type="submit"]',
      )) {
        const label = (button.textContent || (button as HTMLInputElement).value || '').trim();
        if (label.length === 0 || label.length > 60 || !this.answers.test(label)) continue;
        looked += 1;
        if (looked > this.most.buttons) return [...found];
        const banner = this.bannerOf(button);
        if (banner !== null) found.add(banner);
      }
    }
    return [...found];
  }

  private hosts(): ShadowRoot[] {
    const roots: ShadowRoot[] = [];
    for (const element of document.querySelectorAll('body > *, body > * > *')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
    }
    return roots;
  }

  private bannerOf(button: Element): Element | null {
    let banner: Element | null = null;
    let level = 0;
    for (let at: Element | null = button; at !== null && at !== document.body; at = this.parentOf(at)) {
      level += 1;
      if (level > this.most.levels || /^(MAIN|ARTICLE|HTML)$/.test(at.tagName)) break;
      if (this.isOverlay(at) && this.asks(at)) banner = at;
    }
    return banner;
  }

  private parentOf(element: Element): Element | null {
    if (element.parentElement) return element.parentElement;
    const root = element.getRootNode();
    return 'host' in root ? (root.host as Element) : null;
  }

  private isOverlay(element: Element): boolean {
    const name = `${element.id} ${element.getAttribute('class') ?? ''}`;
    if (this.names.test(name)) return true;
    if (/dialog/.test(element.getAttribute('role') ?? '') || element.tagName === 'DIALOG') return true;
    return /fixed|sticky/.test(getComputedStyle(element).position);
  }

  /** Found out once for each element, since all its buttons ask. */
  private asks(element: Element): boolean {
    const known = this.asking.get(element);
    if (known !== undefined) return known;
    if (this.pageLength < 0) this.pageLength = (document.body.textContent ?? '').length;
    const text = (element.shadowRoot ?? element).textContent ?? '';
    const asks = text.length < 8_000 && text.length < 0.9 * this.pageLength && this.words.test(text);
    this.asking.set(element, asks);
    return asks;
  }
}
