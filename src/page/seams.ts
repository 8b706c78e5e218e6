import type { PageIndex } from './index-page';

const DIGIT = /\d/;
/** More than any page for people has. */
const MOST_SEAMS = 5_000;

/**
 * Where an element begins or ends between two digits, in order: nothing but style keeps "4.9" and "358" of
 * `<b>4.9</b><i>358</i>` apart, and the text of the page has "4.9358". Offsets into the text.
 */
export function seamsOf({ nodes, text }: PageIndex): number[] {
  const seams = new Set<number>();
  for (const { start, end } of nodes) {
    if (seams.size >= MOST_SEAMS) break;
    for (const at of [start, end]) if (DIGIT.test(text.charAt(at - 1)) && DIGIT.test(text.charAt(at))) seams.add(at);
  }
  // Digits that each have an element of their own are one number, as on a counter that rolls.
  return [...seams].filter((at) => !seams.has(at - 1) && !seams.has(at + 1)).sort((a, b) => a - b);
}
