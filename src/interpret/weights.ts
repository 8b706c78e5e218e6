import type { Weights } from './choice';
import type { Surety } from './surety';
import stored from './weights.json' with { type: 'json' };

/**
 * A table of weights as it is stored, in a third of its plain size: one line per feature, in order, with "~" between.
 * A line is the length that the feature shares with the one before (base 36), the rest of it, "|", and for each label
 * its index (two digits of base 36) and its weight (two digits: hundredths from -648).
 */
export interface PackedWeights {
  labels: readonly string[];
  features: string;
}

/** All that is learned about sentences; written by `npm run train -- interpret`. */
interface PackedModel {
  condition: PackedWeights;
  tags: PackedWeights;
  property: PackedWeights;
  surety: Surety;
}

/** The same, ready to be asked. */
export interface Model {
  condition: Weights;
  tags: Weights;
  property: Weights;
  surety: Surety;
}

const MOST_SHARED = 35;
const MIDDLE = 648;
const digits = (number: number): string => number.toString(36).padStart(2, '0');

/** Packs weights, clamped to ±6.47 and rounded to the hundredth; features with "|" or "~" are left out. */
export function packWeights(weights: Weights): PackedWeights {
  const labels = [...new Set(Object.values(weights).flatMap((own) => Object.keys(own)))].sort();
  const index = new Map(labels.map((label, at) => [label, digits(at)]));
  const packed = (weight: number): string =>
    digits(Math.max(0, Math.min(2 * MIDDLE - 1, Math.round(weight * 100) + MIDDLE)));
  let before = '';
  const lines: string[] = [];
  for (const feature of Object.keys(weights).sort()) {
    if (/[|~]/.test(feature)) continue;
    const shared = sharedLength(before, feature);
    const pairs = Object.entries(weights[feature] ?? {}).map(
      ([label, weight]) => `${index.get(label)}${packed(weight)}`,
    );
    lines.push(`${shared.toString(36)}${feature.slice(shared)}|${pairs.join('')}`);
    before = feature;
  }
  return { labels, features: lines.join('~') };
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < MOST_SHARED && length < a.length && a[length] === b[length]) length++;
  return length;
}

/** The weights that packWeights packed. */
export function unpackWeights({ labels, features }: PackedWeights): Weights {
  const weights: Weights = {};
  let before = '';
  for (const line of features === '' ? [] : features.split('~')) {
    const bar = line.lastIndexOf('|');
    const feature = before.slice(0, Number.parseInt(line[0] ?? '0', 36)) + line.slice(1, bar);
    const own: Record<string, number> = {};
    for (let at = bar + 1; at + 3 < line.length; at += 4) {
      const label = labels[Number.parseInt(line.slice(at, at + 2), 36)];
      if (label !== undefined) own[label] = (Number.parseInt(line.slice(at + 2, at + 4), 36) - MIDDLE) / 100;
    }
    weights[feature] = own;
    before = feature;
  }
  return weights;
}

/** A packed model, ready to be asked. */
function unpackModel({ condition, tags, property, surety }: PackedModel): Model {
  return {
    condition: unpackWeights(condition),
    tags: unpackWeights(tags),
    property: unpackWeights(property),
    surety,
  };
}

let model: Model | null = null;

/** The model that was trained last, unpacked at its first use. */
export function trainedModel(): Model {
  model ??= unpackModel(stored satisfies PackedModel);
  return model;
}
