import type { VisibleNode } from '@/domain/snapshot';

export interface Heading {
  /** Index of its node. */
  node: number;
  start: number;
  end: number;
  /** 1 to 6. */
  level: number;
  /** Index in the list of the heading that this one stands under, -1 for none. */
  above: number;
}

/** The headings of a page in document order, each with the one that it stands under. */
export function headingsOf(nodes: readonly VisibleNode[]): Heading[] {
  const headings: Heading[] = [];
  const open: number[] = [];
  nodes.forEach(({ tag, start, end, attributes }, node) => {
    const level = levelOf(tag, attributes);
    if (level === null || end <= start) return;
    while (open.length > 0 && (headings[open.at(-1) ?? 0]?.level ?? 0) >= level) open.pop();
    headings.push({ node, start, end, level, above: open.at(-1) ?? -1 });
    open.push(headings.length - 1);
  });
  return headings;
}

function levelOf(tag: string, attributes: Record<string, string>): number | null {
  if (/^h[1-6]$/.test(tag)) return Number(tag[1]);
  return attributes.role === 'heading' ? 3 : null;
}
