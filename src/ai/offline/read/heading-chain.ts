import type { Heading, PageIndex } from './page-index';

/** The headings under which an offset stands, innermost first; headings of other cards do not count. */
export function headingChain(page: PageIndex, offset: number): Heading[] {
  const outer = outerHeadings(page);
  const chain: Heading[] = [];
  let level = 7;
  let at = headingsUpTo(page, offset) - 1;
  while (at >= 0 && level > 1) {
    const heading = page.headings[at];
    if (heading === undefined) break;
    const entry = page.nodes[page.entries[heading.node] ?? -1];
    const isOver = heading.level < level && !(entry !== undefined && entry.end <= offset);
    if (isOver) chain.push(heading);
    level = isOver ? heading.level : level;
    // None of those between is of a higher level.
    at = heading.level >= level ? (outer[at] ?? -1) : at - 1;
  }
  return chain;
}

/** How many headings begin at an offset or before it. */
export function headingsUpTo({ headings }: PageIndex, offset: number): number {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((headings[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const OUTER = new WeakMap<PageIndex, Int32Array>();

/** For each heading the nearest one before it of a higher level (h1 over h2), -1 for none. */
function outerHeadings(page: PageIndex): Int32Array {
  const known = OUTER.get(page);
  if (known !== undefined) return known;
  const outer = new Int32Array(page.headings.length);
  for (const [index, { level }] of page.headings.entries()) {
    let at = index - 1;
    while (at >= 0 && (page.headings[at]?.level ?? 0) >= level) at = outer[at] ?? -1;
    outer[index] = at;
  }
  OUTER.set(page, outer);
  return outer;
}
