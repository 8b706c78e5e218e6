import type { Feature } from './features/feature';
import { FEATURES } from './features/features';
import type { Family } from './pool';
import type { View } from './view';

/** What the first, cheap look at every candidate weighs; all are among the ranker's features. */
const NAMES = [
  'own',
  'before',
  'after',
  'segment',
  'previous',
  'next',
  'rowHeader',
  'heading',
  'path',
  'card',
  'container',
  'wideBefore',
  'wideAfter',
  'labels',
  'position',
  'alone',
  'unit.same',
  'unit.missing',
  'unit.extra',
  'money.wrong',
  'money.both',
  'is.date',
  'is.version',
  'in.navigation',
  'in.footer',
  'in.struck',
  'tag.a',
  'text.digits',
  'own.leftover',
  'length',
] as const;

const FIRST: readonly Feature[] = NAMES.map((name) => {
  const feature = FEATURES.find((one) => one.name === name);
  if (feature === undefined) throw new Error(`There is no feature "${name}".`);
  return feature;
});

/** Weights of the first pass, in its order. */
export type FirstWeights = readonly number[];

export const FIRST_WIDTH = FIRST.length;

/** How many candidates the trees look at: pages have far more texts than anything else. */
const KEPT: Record<Family, number> = { number: 100, text: 250, yesNo: 100, list: 100 };

/** `row` is written over, where one is given. */
export function firstRow(view: View, row: Float32Array = new Float32Array(FIRST_WIDTH)): Float32Array {
  for (let at = 0; at < FIRST_WIDTH; at++) row[at] = FIRST[at]?.of(view) ?? 0;
  return row;
}

/** The most promising candidates by a linear score, in order of standing. */
export function keepPromising(views: readonly View[], weights: FirstWeights, family: Family): View[] {
  const kept = KEPT[family];
  if (views.length <= kept) return [...views];
  const row = new Float32Array(FIRST_WIDTH);
  const scored = views.map((view, at) => ({ view, at, score: dot(firstRow(view, row), weights) }));
  scored.sort((a, b) => b.score - a.score || a.at - b.at);
  return scored
    .slice(0, kept)
    .sort((a, b) => a.at - b.at)
    .map(({ view }) => view);
}

function dot(row: Float32Array, weights: FirstWeights): number {
  let sum = 0;
  for (let at = 0; at < row.length; at++) sum += (row[at] ?? 0) * (weights[at] ?? 0);
  return sum;
}
