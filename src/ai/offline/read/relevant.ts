import type { ItemPlaces } from './item-words';
import { anyWithin, nodeAt, type PageIndex, type Segment } from './page-index';

/** Below this many pieces of text, everything is looked at: refused candidates are shown with their reasons. */
const SMALL_PAGE = 250;

/**
 * On long lists only the pieces that can concern the item: entries (rows, cards) beside one that names more of the
 * item are left out, since they would be refused anyway.
 */
export function relevantSegments(page: PageIndex, places: ItemPlaces): Segment[] {
  if (page.segments.length <= SMALL_PAGE) return page.segments;
  if (places.total === 0) return outsideLongLists(page);
  return withoutProse(places, besideItem(page, places));
}

/** Sentences of a long report that name nothing of the item tell nothing of it. */
function withoutProse(places: ItemPlaces, segments: Segment[]): Segment[] {
  const isProse = ({ text }: Segment): boolean => text.length > SENTENCE;
  if (segments.filter(isProse).length <= MUCH_PROSE) return segments;
  return segments.filter(
    (segment) => !isProse(segment) || places.words.some(({ offsets }) => anyWithin(offsets, segment)),
  );
}

const SENTENCE = 120;
const MUCH_PROSE = 100;

function besideItem(page: PageIndex, places: ItemPlaces): Segment[] {
  const shares = sharesOf(page, places);
  const best = new Map<number, number>();
  for (const [entry, share] of shares) {
    const parent = page.nodes[entry]?.parent ?? -1;
    best.set(parent, Math.max(best.get(parent) ?? 0, share));
  }
  const strange = new Int8Array(page.nodes.length);
  for (let index = 0; index < page.nodes.length; index++) {
    const parent = page.nodes[index]?.parent ?? -1;
    const own = page.entries[index] === index && (shares.get(index) ?? 0) < (best.get(parent) ?? 0) - 0.05;
    strange[index] = own || (parent >= 0 && strange[parent] === 1) ? 1 : 0;
  }
  return page.segments.filter((segment) => segment.node < 0 || strange[segment.node] === 0);
}

/** A fact of the page itself does not stand in one of many like entries. */
function outsideLongLists(page: PageIndex): Segment[] {
  const sizes = new Map<number, number>();
  for (const [index, entry] of page.entries.entries()) {
    if (entry === index)
      sizes.set(page.nodes[index]?.parent ?? -1, (sizes.get(page.nodes[index]?.parent ?? -1) ?? 0) + 1);
  }
  return page.segments.filter((segment) => {
    let entry = page.entries[segment.node] ?? -1;
    while (entry >= 0) {
      const parent = page.nodes[entry]?.parent ?? -1;
      if ((sizes.get(parent) ?? 0) > LONG_LIST) return false;
      entry = page.entries[parent] ?? -1;
    }
    return true;
  });
}

const LONG_LIST = 40;

/** How much of the item's weight each entry names. */
function sharesOf(page: PageIndex, places: ItemPlaces): Map<number, number> {
  const shares = new Map<number, number>();
  for (const { word, offsets } of places.words) {
    const named = new Set<number>();
    for (const offset of offsets) {
      let entry = page.entries[nodeAt(page, offset, offset + 1)] ?? -1;
      while (entry >= 0 && !named.has(entry)) {
        named.add(entry);
        entry = page.entries[page.nodes[entry]?.parent ?? -1] ?? -1;
      }
    }
    for (const entry of named) shares.set(entry, (shares.get(entry) ?? 0) + word.weight / places.total);
  }
  return shares;
}
