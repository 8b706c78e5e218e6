import { type AnyNode, type Document, type Element, isTag } from 'domhandler';
import { ownText } from '../dom-walk';
import type { RawElement } from '../raw-tree';
import { cascadeOf } from '../style/cascade';
import { appliesToScreen } from '../style/css-rules';
import { collapse } from '../visible-characters';
import { visibleTree } from '../visible-tree';
import { parseMarkup } from './parse-markup';

/** What the page says of itself, without looking at what is visible. */
export interface ParsedPage {
  /** Of `<title>`, else of Open Graph; "" when there is none. */
  title: string;
  /** BCP 47 tag that the page declares, or null. */
  language: string | null;
  /** The whole parsed document, hidden parts included: for structured data and signals. */
  document: Document;
  /** False where the rest of the page was left out. */
  isWhole: boolean;
}

export interface ParsedHtml extends ParsedPage {
  /** What a person would see, as far as the HTML and its own style sheets tell. */
  root: RawElement;
}

/** Elements outside the visible body that say something of the whole page. */
interface PageParts {
  html: Element | null;
  title: string | null;
  base: string | null;
  metas: Element[];
  sheets: string[];
  unseenSheets: boolean;
}

/**
 * Parses HTML without running it: hidden things are left out as far as attributes, inline styles, `<style>` sheets
 * and (where sheets are linked) conventional class names tell. Never throws, whatever the input.
 */
export function parseHtml(html: string, url: string): ParsedHtml {
  const { document, isWhole } = parseMarkup(html);
  const parts = partsOf(document);
  const base = URL.parse(parts.base ?? '', url)?.href ?? url;
  const cascade = cascadeOf(parts.sheets);
  const root = visibleTree(document, { cascade, unseenSheets: parts.unseenSheets, base });
  return { root, isWhole, ...pageOf(document, parts) };
}

/** The same without the visible tree, where a browser has drawn the page. */
export function parsePage(html: string): ParsedPage {
  const { document, isWhole } = parseMarkup(html);
  return { isWhole, ...pageOf(document, partsOf(document)) };
}

function pageOf(document: Document, parts: PageParts): Omit<ParsedPage, 'isWhole'> {
  const title = collapse(parts.title ?? metaContent(parts.metas, 'og:title') ?? '').slice(0, 1_000);
  return { title, language: languageOf(parts), document };
}

function partsOf(document: Document): PageParts {
  const parts: PageParts = { html: null, title: null, base: null, metas: [], sheets: [], unseenSheets: false };
  const waiting: AnyNode[] = [...document.children].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isTag(node)) continue;
    notePart(parts, node);
    if (node.name === 'svg' || node.name === 'noscript' || node.name === 'template') continue;
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child !== undefined && isTag(child)) waiting.push(child);
    }
  }
  return parts;
}

function notePart(parts: PageParts, element: Element): void {
  const { name, attribs } = element;
  if (name === 'html') parts.html ??= element;
  else if (name === 'title') parts.title ??= ownText(element);
  else if (name === 'base') parts.base ??= attribs.href ?? null;
  else if (name === 'meta') parts.metas.push(element);
  else if (name === 'style') {
    if (appliesToScreen(attribs.media ?? '')) parts.sheets.push(ownText(element));
  } else if (name === 'link' && /\bstylesheet\b/i.test(attribs.rel ?? '')) {
    parts.unseenSheets ||= appliesToScreen(attribs.media ?? '');
  }
}

function metaContent(metas: Element[], name: string): string | null {
  const found = metas.find(
    ({ attribs }) => (attribs.property ?? attribs.name ?? attribs['http-equiv'])?.toLowerCase() === name,
  );
  return found?.attribs.content ?? null;
}

function languageOf(parts: PageParts): string | null {
  const declared = [
    parts.html?.attribs.lang,
    parts.html?.attribs['xml:lang'],
    metaContent(parts.metas, 'content-language'),
    metaContent(parts.metas, 'og:locale'),
  ];
  for (const tag of declared) {
    const canonical = canonicalLanguage(tag ?? '');
    if (canonical !== null) return canonical;
  }
  return null;
}

/** "en_us" becomes "en-US"; null for what is no language tag. */
export function canonicalLanguage(tag: string): string | null {
  const first = tag.split(/[,;\s]/, 1)[0]?.replaceAll('_', '-') ?? '';
  if (first === '' || first.length > 35) return null;
  try {
    return Intl.getCanonicalLocales(first)[0] ?? null;
  } catch {
    return null;
  }
}
