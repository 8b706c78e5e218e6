import { MOST_CANDIDATES, type PointCandidate } from '@/domain/contract/pointing';
import type { Question } from '@/domain/contract/reading';
import type { Snapshot } from '@/domain/snapshot';
import { headingAbove, type PageIndex } from '@/page/index-page';
import { boxOf } from '../verify';
import { labelAt, textOf } from './name-place';
import { onePerPlace, type Pointable, pointablesOf } from './pointable';

const STEM = 5;

/**
 * What a person may choose from: candidates of the asked type, those first whose label, line or heading share words
 * with the question. The order is an offer, not a reading: nothing is taken without the person, so it has no
 * probability.
 */
export function proposeCandidates(question: Question, snapshot: Snapshot, now: Date): PointCandidate[] {
  const { index, all } = pointablesOf(question, snapshot, now);
  const asked = stemsOf([question.fact, question.item, question.property].filter(Boolean).join(' '));
  const scored = distinct(all).map((one) => ({ one, score: scoreOf(index, one, asked) }));
  return scored
    .sort((a, b) => b.score - a.score || a.one.start - b.one.start)
    .slice(0, MOST_CANDIDATES)
    .map(({ one }, at) => offered(index, snapshot, one, at + 1));
}

/** Lists lie within each other and are each another value; of all else one for each place. */
function distinct(all: readonly Pointable[]): Pointable[] {
  return all[0]?.value.type === 'object' ? [...all] : onePerPlace(all);
}

function offered(index: PageIndex, snapshot: Snapshot, one: Pointable, number: number): PointCandidate {
  const { start, end, quote, value } = one;
  const span = { start, end };
  return { number, value, quote, label: labelAt(index, one), span, box: boxOf(snapshot, span), probability: null };
}

function scoreOf(index: PageIndex, one: Pointable, asked: ReadonlySet<string>): number {
  const line = index.segments[one.segment];
  const near = [
    { text: labelAt(index, one) ?? '', weight: 3 },
    { text: line ? index.text.slice(line.start, line.end) : '', weight: 2 },
    { text: textOf(index, index.headings[headingAbove(index, one.start)] ?? null) ?? '', weight: 1 },
  ];
  const shared = near.reduce((sum, { text, weight }) => {
    const words = stemsOf(text);
    return sum + weight * [...asked].filter((word) => words.has(word)).length;
  }, 0);
  return shared - 10 * one.far;
}

/** The first letters of each word, folded: enough to bring "prices" to "price". */
function stemsOf(text: string): Set<string> {
  const words =
    text
      .toLowerCase()
      .normalize('NFKD')
      .match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, STEM)));
}
