import { countBits } from '../bits';
import { PLACES } from '../shares';
import type { Feature } from './feature';

/** Cells are headed by properties, and a column's head speaks in `labels` together with the others. */
const HEADERS = new Set<string>(['rowHeader', 'columnHeader']);

/** How much of the question, of its item and of its property stands in each place around the candidate. */
export const OVERLAP: readonly Feature[] = [
  ...PLACES.filter((place) => place !== 'columnHeader').map(
    (place): Feature => ({ name: place, of: ({ shares }) => shares[place].all }),
  ),
  ...PLACES.filter((place) => !HEADERS.has(place)).map(
    (place): Feature => ({ name: `${place}.item`, of: ({ shares }) => shares[place].item }),
  ),
  ...PLACES.filter((place) => place !== 'columnHeader' && place !== 'title').map(
    (place): Feature => ({ name: `${place}.property`, of: ({ shares }) => shares[place].property }),
  ),
  { name: 'near.words', of: ({ shares }) => countBits(shares.segment.bits | shares.previous.bits | shares.next.bits) },
  {
    name: 'everywhere',
    of: ({ shares, question }) => {
      const bits = PLACES.reduce((all, place) => all | shares[place].bits, 0);
      return question.words.length === 0 ? 0 : countBits(bits) / question.words.length;
    },
  },
  {
    name: 'labels.words',
    of: ({ shares: { before, rowHeader, columnHeader, previous, next } }) =>
      countBits(before.bits | rowHeader.bits | columnHeader.bits | previous.bits | next.bits),
  },
  {
    name: 'labels',
    of: ({ shares: { before, rowHeader, columnHeader, previous, after } }) =>
      Math.max(before.all, rowHeader.all, columnHeader.all, previous.all, after.all),
  },
];
