import { type Document, type Element, isTag } from 'domhandler';
import type { VisibleNode } from '@/domain/snapshot';
import { elementsOf, ownText } from '../document/dom-walk';
import { collapse } from '../document/visible-characters';
import { phrase } from './signals/signal';

/** What is known of an answer once it was read. */
export interface PageFacts {
  requestedUrl: string;
  finalUrl: string;
  status: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  title: string;
  /** Visible text and nodes. */
  text: string;
  nodes: VisibleNode[];
  /** The whole parsed HTML, hidden parts included; null for other content. */
  document: Document | null;
  /** When the answer came, ISO 8601: Retry-After counts from it. */
  loadedAt: string;
}

/**
 * What tells a wall, a login or an error page from a page with content. Texts in lower case, with straight apostrophes.
 */
export interface PageShape {
  /** The parts of the title between bars and dashes, and the whole. */
  titles: string[];
  /** Main headings. */
  headings: string[];
  text: string;
  /** One a line: addresses of scripts and frames, "#id", ".class", beginnings of inline scripts, "final-url: …". */
  marks: string;
  /** "name: value". */
  headers: string[];
  links: number;
  /** Paragraphs of some length: an article, not a notice. */
  paragraphs: number;
  /** States a product, an offer, an event … for machines, or draws tables or long lists. */
  hasContent: boolean;
  /** Shows an amount of money: notices of walls do not. */
  showsPrice: boolean;
  forms: FormShape;
}

interface FormShape {
  /** Password fields in the main part of the page, not in a header, menu or dialog. */
  passwords: number;
  /** Other fields that a person fills in. */
  fields: number;
}

const PRICE = /\p{Sc}\s?\d|\d\s?(?:\p{Sc}|(?:EUR|USD|GBP|CHF|PLN|SEK|zł|kr)\b)/u;
const MAX_PRICE_TEXT = 3_000;
const MAX_SCRIPT_HEAD = 3_000;
const MAX_MARKS = 20_000;
const ENTITY = phrase(
  /"@type"\s*:\s*(?:\[\s*)?"(?:https?:\/\/schema\.org\/)?/,
  [
    'Product(?:Group)?',
    '(?:Aggregate)?Offer',
    '(?:Music|Sports)?Event',
    'JobPosting',
    '(?:News)?Article',
    'BlogPosting',
    'Recipe',
    'Book',
    'Movie',
    'Hotel',
    'Course',
    'SoftwareApplication',
    'Dataset',
    'ItemList',
  ],
  '"',
);

/** `withDocument`: also what the HTML holds beside the visible text; not worth its time on long pages. */
export function shapeOf(page: PageFacts, withDocument: boolean): PageShape {
  const inDocument = page.document === null || !withDocument ? NOTHING : readDocumentMarks(page.document);
  const title = plain(page.title);
  return {
    titles: [title, ...title.split(/\s[|–—·:-]\s|[|•]/)].map((part) => part.trim()).filter((part) => part !== ''),
    headings: headingsOf(page.nodes, page.text),
    text: plain(page.text),
    marks: [`final-url: ${page.finalUrl}`, ...inDocument.marks].join('\n'),
    headers: Object.entries(page.headers).map(([name, value]) => `${name}: ${value.toLowerCase()}`),
    links: page.nodes.filter((node) => node.tag === 'a').length,
    paragraphs: page.nodes.filter((node) => node.tag === 'p' && node.end - node.start > 120).length,
    hasContent: inDocument.hasEntity || page.nodes.filter((node) => node.tag === 'tr').length > 2,
    showsPrice: PRICE.test(page.text.slice(0, MAX_PRICE_TEXT)),
    forms: inDocument.forms,
  };
}

/** The h1 elements; where there is none, what stands first among h2 and h3. */
function headingsOf(nodes: VisibleNode[], text: string): string[] {
  const first = nodes.filter((node) => node.tag === 'h1' || node.attributes.role === 'heading').slice(0, 3);
  const chosen = first.length > 0 ? first : nodes.filter((node) => /^h[23]$/.test(node.tag)).slice(0, 1);
  return chosen.map((node) => plain(collapse(text.slice(node.start, node.end).slice(0, 300))));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[’ʼ´`]/g, "'");
}

interface DocumentMarks {
  marks: string[];
  hasEntity: boolean;
  forms: FormShape;
}

const NOTHING: DocumentMarks = { marks: [], hasEntity: false, forms: { passwords: 0, fields: 0 } };

function readDocumentMarks(document: Document): DocumentMarks {
  const found: DocumentMarks = { marks: [], hasEntity: false, forms: { passwords: 0, fields: 0 } };
  let hasCaptcha = false;
  for (const element of elementsOf(document)) {
    const { name, attribs } = element;
    if (name === 'script') noteScript(found, element);
    if (found.marks.length < MAX_MARKS) {
      if (attribs.id !== undefined) found.marks.push(`#${attribs.id.toLowerCase()}`);
      for (const one of attribs.class?.split(/\s+/) ?? []) found.marks.push(`.${one.toLowerCase()}`);
      const address = attribs.src ?? (name === 'meta' ? attribs.content : undefined);
      if (address !== undefined) found.marks.push(address.slice(0, 500).toLowerCase());
    }
    if (/schema\.org\/(Product|Offer|Event|JobPosting|NewsArticle|Article|Recipe)/.test(attribs.itemtype ?? '')) {
      found.hasEntity = true;
    }
    if (/^(g-recaptcha|h-captcha|cf-turnstile)/.test(attribs.class ?? '')) hasCaptcha = true;
    if (name === 'input' || name === 'textarea') noteField(found.forms, element);
  }
  if (hasCaptcha && found.forms.fields + found.forms.passwords === 0) found.marks.push('captcha-is-the-only-form');
  return found;
}

function noteScript(found: DocumentMarks, script: Element): void {
  const text = ownText(script);
  if (text === '') return;
  if (/ld\+json/i.test(script.attribs.type ?? '')) found.hasEntity ||= ENTITY.test(text.slice(0, 200_000));
  else found.marks.push(text.slice(0, MAX_SCRIPT_HEAD).toLowerCase());
}

const FILLED_IN = /^(text|email|tel|search|number|url|date|)$/;
/** Parts of a page that hold a login or a search box beside the content. */
const ASIDE = new RegExp(
  '(?:^|[\\s_-])' +
    '(?:modal|popup|popover|dialog|drawer|offcanvas|off-canvas|dropdown|' +
    'header|navbar|nav|menu|sidebar|flyout|topbar|toolbar|widget)' +
    '(?:[\\s_-]|$)',
  'i',
);

function noteField(forms: FormShape, field: Element): void {
  const type = field.attribs.type?.toLowerCase() ?? '';
  if (isAside(field)) return;
  if (field.name === 'input' && type === 'password') forms.passwords++;
  else if (field.name === 'textarea' ? !/captcha/i.test(field.attribs.name ?? '') : FILLED_IN.test(type))
    forms.fields++;
}

function isAside(element: Element): boolean {
  let above: Element | null = element;
  for (let steps = 0; above !== null && steps < 40; steps++) {
    const { name, attribs } = above;
    if (/^(header|nav|aside|dialog|details|template|noscript|footer)$/.test(name) || attribs.hidden !== undefined)
      return true;
    if (name !== 'body' && name !== 'html' && ASIDE.test(`${attribs.class ?? ''} ${attribs.id ?? ''}`)) return true;
    if (attribs['aria-hidden'] === 'true' || /display\s*:\s*none/i.test(attribs.style ?? '')) return true;
    above = above.parent !== null && isTag(above.parent) ? above.parent : null;
  }
  return false;
}
