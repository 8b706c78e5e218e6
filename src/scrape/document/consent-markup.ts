import type { Document, Element } from 'domhandler';
import { CONSENT } from './consent-words';
import { elementsOf, textInside } from './dom-walk';
import type { Style } from './style/cascade';

/** The same words for both looks. */
const { words, answers, names } = CONSENT;
const LONGEST = 8_000;
/** A hostile page could name everything a cookie bar, and each look into one may go through all of the page. */
const MOST_LOOKED_INTO = 30;
const BUTTONS = new Set(['button', 'a', 'input']);

/**
 * Tells elements that ask for consent to cookies and lie over the page or beside it, as far as the markup and its own
 * style sheets show: see PageConsent, which does the same in the browser.
 */
export class ConsentMarkup {
  private whole: number | null = null;
  private lookedInto = 0;

  constructor(private readonly document: Document) {}

  isBanner(element: Element, style: Style): boolean {
    if (element.name === 'body' || element.name === 'html' || !isOverlay(element, style)) return false;
    this.lookedInto += 1;
    if (this.lookedInto > MOST_LOOKED_INTO) return false;
    const text = textInside(element, LONGEST);
    if (text.length >= LONGEST || !words.test(text) || !hasAnswer(element)) return false;
    this.whole ??= textInside(this.document, 10 * LONGEST).length;
    return text.length < 0.9 * this.whole;
  }
}

function isOverlay({ name, attribs }: Element, style: Style): boolean {
  if (names.test(`${attribs.id ?? ''} ${attribs.class ?? ''}`)) return true;
  if (name === 'dialog' || /dialog/.test(attribs.role ?? '')) return true;
  return /fixed|sticky/.test(style.get('position') ?? '');
}

/** Not one in the main content: an article may well write of cookies. */
function hasAnswer(banner: Element): boolean {
  for (const element of elementsOf(banner)) {
    if (element.name === 'main' || element.name === 'article') return false;
    if (!BUTTONS.has(element.name) && element.attribs.role !== 'button') continue;
    const label = (textInside(element, 100) || (element.attribs.value ?? '')).trim();
    if (label !== '' && label.length <= 60 && answers.test(label)) return true;
  }
  return false;
}
