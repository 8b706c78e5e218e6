import { type AnyFeed, parseFeed } from 'feedsmith';
import type { RawElement } from '../raw-tree';
import type { ReadDocument } from '../understood-document';
import { canonicalLanguage, parseHtml } from './parse-html';
import { parseXml } from './parse-markup';
import { element } from './parse-text';

const MAX_ENTRIES = 1_000;
const MAX_CONTENT = 20_000;

interface Entry {
  title: string;
  link: string | null;
  /** As the feed writes it. */
  date: string | null;
  author: string | null;
  /** HTML. */
  content: string;
}

interface Feed {
  title: string;
  language: string | null;
  entries: Entry[];
}

/** RSS, Atom or RDF as a list of entries: title with its link, date, author, text. Other XML is read as XML. */
export function parseFeedDocument(text: string, url: string): ReadDocument {
  const feed = feedOf(text);
  if (feed === null) return parseXml(text, url);
  const entries = feed.entries.slice(0, MAX_ENTRIES).map((entry) => ({ ...entry, title: plain(entry.title, url) }));
  const list = element(
    'ul',
    entries.map((entry) => entryElement(entry, url)),
  );
  return {
    kind: 'feed',
    root: element('body', [element('h1', [{ text: feed.title }]), list]),
    title: feed.title,
    language: canonicalLanguage(feed.language ?? ''),
    structured: entries.map((entry, index) => ({
      syntax: 'feed',
      path: `feed.entries[${index}]`,
      type: null,
      data: { title: entry.title, link: entry.link, date: entry.date, author: entry.author },
    })),
    isWhole: feed.entries.length <= MAX_ENTRIES,
    document: null,
  };
}

function entryElement(entry: Entry, url: string): RawElement {
  const href = entry.link === null ? null : URL.parse(entry.link, url);
  const isLink = href !== null && /^https?:$/.test(href.protocol);
  const title = element('a', [{ text: entry.title }], {
    flow: 'inline',
    attributes: isLink ? { href: href.href } : {},
  });
  const parts: RawElement[] = [element('h2', [title])];
  if (entry.date !== null) {
    parts.push(element('time', [{ text: entry.date }], { attributes: { datetime: entry.date } }));
  }
  if (entry.author !== null) parts.push(element('address', [{ text: entry.author }]));
  if (entry.content !== '')
    parts.push(element('div', parseHtml(entry.content.slice(0, MAX_CONTENT), url).root.children));
  return element('li', parts, { flow: 'list-item' });
}

/** Titles may carry markup, escaped or not. */
function plain(html: string, url: string): string {
  if (!/[<&]/.test(html)) return html;
  const waiting = [...parseHtml(html, url).root.children].reverse();
  let text = '';
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('text' in node) text += node.text;
    else waiting.push(...[...node.children].reverse());
  }
  return text;
}

function feedOf(text: string): Feed | null {
  try {
    return normalised(parseFeed(text));
  } catch {
    return null;
  }
}

function normalised(parsed: AnyFeed): Feed {
  switch (parsed.format) {
    case 'rss':
      return {
        title: parsed.feed.title ?? '',
        language: parsed.feed.language ?? null,
        entries: (parsed.feed.items ?? []).map((item) => ({
          title: item.title ?? '',
          link: item.link ?? null,
          date: item.pubDate ?? null,
          author: item.dc?.creators?.[0] ?? null,
          content: item.description ?? item.content?.encoded ?? '',
        })),
      };
    case 'rdf':
      return {
        title: parsed.feed.title ?? '',
        language: null,
        entries: (parsed.feed.items ?? []).map((item) => ({
          title: item.title ?? '',
          link: item.link ?? null,
          date: item.dc?.dates?.[0] ?? null,
          author: item.dc?.creators?.[0] ?? null,
          content: item.description ?? '',
        })),
      };
    case 'atom':
      return {
        title: parsed.feed.title?.value ?? '',
        language: parsed.feed.xml?.lang ?? null,
        entries: (parsed.feed.entries ?? []).map((entry) => ({
          title: entry.title?.value ?? '',
          link:
            (entry.links?.find((link) => (link.rel ?? 'alternate') === 'alternate') ?? entry.links?.[0])?.href ?? null,
          date: entry.published ?? entry.updated ?? null,
          author: entry.authors?.[0]?.name ?? null,
          content: entry.summary?.value ?? entry.content?.value ?? '',
        })),
      };
    default:
      return { title: '', language: null, entries: [] };
  }
}
