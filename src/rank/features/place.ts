import { REGION } from '@/page/regions';
import { type Feature, log, yes } from './feature';

const TAGS = ['h2', 'h3', 'a', 'button', 'span', 'p', 'div', 'time'];
const REGIONS = [
  ...(['navigation', 'header', 'footer', 'aside', 'main', 'link', 'button', 'cell', 'entry'] as const),
  ...(['form', 'dialog', 'struck', 'heading', 'table', 'article'] as const),
];
/** What is beside the page's own matter: too rare to be told apart. */
const BESIDE = REGION.cart | REGION.related | REGION.reviews | REGION.breadcrumb | REGION.code;

/** Where on the page it stands. */
export const PLACE: readonly Feature[] = [
  ...REGIONS.map((name): Feature => ({ name: `in.${name}`, of: ({ region }) => yes((region & REGION[name]) !== 0) })),
  { name: 'in.beside', of: ({ region }) => yes((region & BESIDE) !== 0) },
  ...TAGS.map(
    (tag): Feature => ({
      name: `tag.${tag}`,
      of: ({ index, candidate }) => yes(index.nodes[candidate.node]?.tag === tag),
    }),
  ),
  { name: 'position', of: ({ index, candidate }) => candidate.start / (index.text.length || 1) },
  { name: 'start', of: ({ candidate }) => log(candidate.start) },
  {
    name: 'below.title',
    of: ({ index, candidate }) =>
      index.h1 === null ? -1 : Math.min(1, Math.max(-1, (candidate.start - index.h1.start) / 3_000)),
  },
  { name: 'rank', of: ({ rank }) => log(rank) },
  { name: 'kind.count', of: ({ ofKind }) => log(ofKind) },
  { name: 'first', of: ({ rank }) => yes(rank === 0) },
  { name: 'repeats', of: ({ repeats }) => log(repeats) },
  {
    name: 'alone',
    of: ({ index, candidate }) => {
      const segment = index.segments[candidate.segment];
      return segment === undefined ? 0 : (candidate.end - candidate.start) / (segment.end - segment.start || 1);
    },
  },
  {
    name: 'segment.length',
    of: ({ index, candidate }) => {
      const segment = index.segments[candidate.segment];
      return segment === undefined ? 0 : log(segment.end - segment.start);
    },
  },
  { name: 'length', of: ({ candidate }) => log(candidate.end - candidate.start) },
  {
    name: 'siblings',
    of: ({ index, candidate }) => (candidate.node >= 0 ? yes((index.cards[candidate.node] ?? -1) >= 0) : 0),
  },
];
