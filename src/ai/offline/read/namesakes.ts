import type { Candidate, Job } from './candidates';
import { type PageIndex, wordIndex } from './page-index';
import { isStopWord } from './words';

/** A word of the item that the page has, beside one that it has not: on which side that one belongs, -1 or 1. */
interface Neighbour {
  offsets: number[];
  side: -1 | 1;
}

/**
 * "Brack Reservoir" is gone from the page and "Holm Reservoir" is still there: another name in the place of the one
 * that is missing says that the row or card is of another thing.
 */
export function refuseNamesakes(job: Job, candidates: Candidate[]): void {
  const neighbours = neighboursOfMissing(job);
  if (neighbours.length === 0) return;
  for (const candidate of candidates) {
    if (candidate.refusal !== null) continue;
    const name = otherName(job, neighbours, candidate);
    if (name !== null) candidate.refusal = `it belongs to another item ("${name}")`;
  }
}

function neighboursOfMissing({ places }: Job): Neighbour[] {
  const isMissing = (at: number): boolean => {
    const one = places.words[at];
    return one !== undefined && one.offsets.length === 0 && !one.inTitle && one.word.weight >= 1;
  };
  return places.words.flatMap(({ offsets }, at): Neighbour[] => {
    if (offsets.length === 0 || offsets.length > 200) return [];
    const sides = ([-1, 1] as const).filter((side) => isMissing(at + side));
    return sides.map((side) => ({ offsets, side }));
  });
}

/** The name that holds another word with a capital where the missing one would stand. */
function otherName({ page, places }: Job, neighbours: Neighbour[], { binding, span }: Candidate): string | null {
  const entry = page.nodes[binding.entry];
  if (entry === undefined || entry.end - entry.start > 600) return null;
  const known = new Set(places.words.flatMap(({ word }) => word.forms));
  for (const { offsets, side } of neighbours) {
    for (const offset of offsets) {
      if (offset < entry.start || offset >= Math.min(span.start, entry.start + 80)) continue;
      const beside = wordBeside(page, offset, side);
      if (
        beside !== null &&
        !known.has(beside.stem) &&
        /^\p{Lu}\p{L}{2,}$/u.test(beside.text) &&
        !isStopWord(beside.stem)
      )
        return (
          page.text
            .slice(entry.start, entry.end)
            .split(/[\n\t]/)[0]
            ?.slice(0, 60) ?? beside.text
        );
    }
  }
  return null;
}

function wordBeside(page: PageIndex, offset: number, side: -1 | 1): { text: string; stem: string } | null {
  const at = wordIndex(page, offset);
  const [own, other] = [page.words[at], page.words[at + side]];
  if (own === undefined || other === undefined) return null;
  const gap = side === 1 ? page.text.slice(own.end, other.start) : page.text.slice(other.end, own.start);
  return /^[ -]$/.test(gap) ? { text: page.text.slice(other.start, other.end), stem: other.stem } : null;
}
