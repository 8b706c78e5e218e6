import type { VisibleNode } from '@/domain/snapshot';

/** What entries are told by: the page's tree; `entries` is written. */
interface EntryPage {
  nodes: VisibleNode[];
  children: number[][];
  entries: Int32Array;
}

const LISTED = new Set(['li', 'tr', 'article', 'option']);

/**
 * Entries: siblings that look alike. Rows, list items and articles are from two on; other elements need the same
 * class, or to be three at least with the same inner structure.
 */
export function markEntries(page: EntryPage): void {
  const isEntry = new Uint8Array(page.nodes.length);
  for (const siblings of page.children) {
    const groups = new Map<string, number[]>();
    for (const index of siblings.length < 2 ? [] : siblings) {
      const key = shapeOf(page, index);
      if (key === null) continue;
      const group = groups.get(key) ?? [];
      if (group.push(index) === 1) groups.set(key, group);
    }
    for (const group of groups.values()) if (group.length > 1) for (const index of group) isEntry[index] = 1;
  }
  for (let index = 0; index < page.nodes.length; index++) {
    page.entries[index] = isEntry[index] === 1 ? index : (page.entries[page.nodes[index]?.parent ?? -1] ?? -1);
  }
}

const INLINE = new Set(
  'span a b i em strong small sup sub u s del ins code button label input select img br'.split(' '),
);

function shapeOf(page: EntryPage, index: number): string | null {
  const node = page.nodes[index];
  if (node === undefined) return null;
  if (LISTED.has(node.tag)) return node.tag;
  if (INLINE.has(node.tag) && node.tag !== 'a') return null;
  const first = (node.attributes.class ?? '').trim().split(/\s+/)[0] ?? '';
  if (/^h[1-6]$/.test(node.tag) || ['p', 'td', 'th', 'dt', 'dd'].includes(node.tag)) return null;
  const inner = (page.children[index] ?? []).map((child) => page.nodes[child]?.tag).slice(0, 6);
  // An XML element with attributes alone is a record: <Cube currency="USD" rate="1.0934"/>.
  if (inner[0] === 'xml-row') return `${node.tag}>xml-row`;
  if (first !== '') return `${node.tag}.${first}`;
  // Two wards, two stations: blocks under small headings, whatever each says.
  if (/^h[3-6]$/.test(inner[0] ?? '')) return `${node.tag}>${inner[0]}`;
  return inner.length < 2 && node.tag !== 'a' ? null : `${node.tag}>${inner.join(',')}`;
}
