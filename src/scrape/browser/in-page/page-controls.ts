/**
 * What an element shows or says besides its child nodes. Sent into the page as text (see dump-page), so it names
 * nothing but itself and the platform.
 */
export class PageControls {
  /** The alternative text of a picture, the chosen option, the value of a field; null for all other elements. */
  textOf(element: Element): string | null {
    let text: string | null = null;
    // By name, since the classes of a frame's elements are another window's.
    if (element.tagName === 'IMG') text = (element as HTMLImageElement).alt;
    else if (element.tagName === 'SELECT') {
      text = [...(element as HTMLSelectElement).selectedOptions].map((option) => option.label).join(', ');
    } else if (element.tagName === 'TEXTAREA') text = (element as HTMLTextAreaElement).value;
    else if (element.tagName === 'INPUT') text = this.inputText(element as HTMLInputElement);
    return text;
  }

  private inputText(input: HTMLInputElement): string {
    if (/^(password|hidden|checkbox|radio|file|color)$/.test(input.type)) return '';
    return input.type === 'image' ? input.alt : input.value;
  }

  private readonly kept = new Set(
    (
      'id class itemprop itemtype itemscope role aria-label aria-disabled name datetime href value content ' +
      'data-testid headers scope colspan rowspan for type lang title disabled'
    ).split(' '),
  );

  /** Those that a VisibleNode may have. */
  attributesOf(element: Element): Record<string, string> {
    const kept: Record<string, string> = {};
    for (const { name, value } of element.attributes) {
      if (!this.kept.has(name)) continue;
      kept[name] = value.slice(0, 2_000);
    }
    if (element.tagName === 'A' && kept.href !== undefined)
      kept.href = (element as HTMLAnchorElement).href.slice(0, 2_000);
    // A password that a page fills in is nobody's to read.
    if (element.getAttribute('type') === 'password') delete kept.value;
    return kept;
  }
}
