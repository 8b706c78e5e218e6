import type { Candidate } from '@/page/candidate';
import type { Candidates } from '@/page/candidates';
import { cellAt, type PageIndex } from '@/page/index-page';
import { lastAtOrBefore } from '@/page/lines';

interface SignedPage {
  index: PageIndex;
  candidates: Pick<Candidates, 'signs'>;
}

type Placed = Pick<Candidate, 'start' | 'end' | 'node' | 'segment'>;

const LONGEST_PLACE = 400;

/** The words by which the row, card or line of a place says that it cannot be had; null where it does not. */
export function denialAt({ index, candidates: { signs } }: SignedPage, placed: Placed): Candidate | null {
  const place = placeAround(index, placed);
  for (let at = lastAtOrBefore(signs, place.start - 1) + 1; at < signs.length; at++) {
    const sign = signs[at];
    if (sign === undefined || sign.start >= place.end) break;
    if (sign.end <= place.end && sign.value.type === 'boolean' && !sign.value.boolean) return sign;
  }
  return null;
}

function placeAround(index: PageIndex, { start, end, node, segment }: Placed): { start: number; end: number } {
  const cell = cellAt(index, node);
  const row = cell ? index.nodes[index.nodes[cell.node]?.parent ?? -1] : undefined;
  const card = index.nodes[index.cards[node] ?? -1];
  const around = [row, card].find((one) => one !== undefined && one.end - one.start <= LONGEST_PLACE);
  return around ?? index.segments[segment] ?? { start, end };
}

/** A text that would prove a yes proves a no where its row or card says that it cannot be had. */
export function deniedAtPlace<One extends Candidate>(page: SignedPage, one: One): One {
  const { kind, value } = one;
  if (kind !== 'text' || value.type !== 'boolean' || !value.boolean || denialAt(page, one) === null) return one;
  return { ...one, value: { type: 'boolean', boolean: false } };
}
