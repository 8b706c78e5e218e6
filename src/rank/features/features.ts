import type { View } from '../view';
import { DISTANCE } from './distance';
import { EXACT } from './exact';
import type { Feature } from './feature';
import { LIST } from './list';
import { NEIGHBOURS } from './neighbours';
import { OVERLAP } from './overlap';
import { PLACE } from './place';
import { STRUCTURED } from './structured';
import { TEXT } from './text';
import { TYPE } from './type';
import { BESIDE } from './words-beside';

/** Everything the ranker weighs, in the order of its weights. */
export const FEATURES: readonly Feature[] = [
  ...OVERLAP,
  ...DISTANCE,
  ...TYPE,
  ...PLACE,
  ...BESIDE,
  ...TEXT,
  ...NEIGHBOURS,
  ...STRUCTURED,
  ...LIST,
  ...EXACT,
];

/** Of these the best among a page's candidates matters: how near each comes to it is a feature too. */
const COMPARED = [
  'before',
  'after',
  'segment',
  'previous',
  'card',
  'container',
  'wideBefore',
  'wideAfter',
  'labels',
  'everywhere',
  'card.item',
  'container.item',
  'wideBefore.item',
  'item.covered',
  'property.covered',
  'heading',
  'exact.property',
  'item.own',
];
const comparedAt = COMPARED.map((name) => FEATURES.findIndex((feature) => feature.name === name));

export const FEATURE_NAMES: readonly string[] = [
  ...FEATURES.map(({ name }) => name),
  ...COMPARED.map((name) => `${name}.best`),
];

/** The features of all candidates, row by row. */
export function featureRows(views: readonly View[]): Float32Array[] {
  const width = FEATURES.length;
  const rows = views.map((view) => {
    const row = new Float32Array(width + COMPARED.length);
    for (let at = 0; at < width; at++) row[at] = FEATURES[at]?.of(view) ?? 0;
    return row;
  });
  comparedAt.forEach((column, at) => {
    const best = rows.reduce((most, row) => Math.max(most, row[column] ?? 0), 0);
    for (const row of rows) row[width + at] = best === 0 ? 0 : (row[column] ?? 0) / best;
  });
  return rows;
}
