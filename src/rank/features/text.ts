import { countBits } from '../bits';
import { conceptNamed } from '../concepts';
import type { View } from '../view';
import { type Feature, log, yes } from './feature';

const of = (name: string, test: (quote: string) => boolean): Feature => ({
  name: `text.${name}`,
  of: ({ candidate }) => yes(test(candidate.quote)),
});
const WORDS = /[\p{L}\p{N}]+/gu;

/** Facts that have a shape of their own. */
const SHAPED: readonly [concept: number, shape: RegExp][] = [
  [conceptNamed('phone'), /^[+(]?[\d(][\d\s().-]{6,}\d$/],
  [conceptNamed('email'), /\S@[\w-]{1,60}\.\w/],
  [conceptNamed('version'), /\d\.\d|^v?\d+$/],
  [conceptNamed('hours'), /\d\s?(?:am|pm|a\.m\.|p\.m\.|h|uhr)|\d[:.]\d\d|\b24\b/i],
  [conceptNamed('date', 'deadline'), /\d/],
  [conceptNamed('author'), /^\p{Lu}[^\d]*$/u],
];

function shapeAsked({ question }: View): RegExp | undefined {
  return SHAPED.find(([concept]) => (question.concepts & concept) !== 0)?.[1];
}

/** What a text looks like by itself: a name, a sentence, an address, a phone number. */
export const TEXT: readonly Feature[] = [
  { name: 'text.words', of: ({ candidate }) => log(candidate.quote.match(WORDS)?.length ?? 0) },
  { name: 'text.capitals', of: ({ candidate }) => capitals(candidate.quote) },
  of('digits', (quote) => /\d/.test(quote)),
  of('onlyDigits', (quote) => /^[\d\s.,:/%$€£+-]+$/.test(quote)),
  of('sentence', (quote) => /[.!?。]$/.test(quote)),
  of('colonInside', (quote) => /[:：]\s/.test(quote)),
  of('comma', (quote) => quote.includes(',')),
  of('phone', (quote) => /^[+(]?[\d(][\d\s().-]{6,}\d$/.test(quote)),
  of('month', (quote) => /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(quote)),
  of('time', (quote) => /\d\s*(?:am|pm|a\.m\.|p\.m\.|h|uhr)\b|\d:\d\d/i.test(quote)),
  of('verb', (quote) =>
    /^(?:read|learn|view|see|get|buy|shop|add|sign|log|subscribe|download|contact|click|show)\b/i.test(quote),
  ),
  { name: 'shape.fits', of: (view) => yes(shapeAsked(view)?.test(view.candidate.quote) === true) },
  { name: 'shape.wrong', of: (view) => yes(shapeAsked(view)?.test(view.candidate.quote) === false) },
  {
    name: 'text.whole',
    of: ({ index, candidate }) => {
      const node = index.nodes[candidate.node];
      return node === undefined ? 0 : yes(node.start === candidate.start && node.end === candidate.end);
    },
  },
  {
    name: 'text.afterColon',
    of: ({ before }) => yes(/[:：]\s*$/.test(before)),
  },
  {
    name: 'own.leftover',
    of: ({ shares, candidate }) => {
      const words = candidate.quote.match(WORDS)?.length ?? 0;
      return words === 0 ? 0 : 1 - Math.min(1, countBits(shares.own.bits) / words);
    },
  },
];

function capitals(quote: string): number {
  const words = quote.match(/\p{L}+/gu) ?? [];
  return words.length === 0 ? 0 : words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length;
}
