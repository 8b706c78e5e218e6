import { Decimal } from 'decimal.js';
import type { Operand } from './operands';
import type { Patterns } from './patterns';
import type { PromptText, Span } from './text';
import { type NumberOp, negatedAt, type Threshold } from './threshold';

/** Two numbers that a range word binds: "between 20 and 25 °C", "outside 18–24", "below 10 or above 30". */
export interface Range extends Span {
  op: 'between' | 'outside';
  low: Operand;
  high: Operand;
  lead: string;
}

function ordered(a: Operand, b: Operand): [Operand, Operand] {
  const unit = a.unit ?? b.unit;
  const first = { ...a, unit, money: a.money || b.money };
  const second = { ...b, unit: b.unit ?? a.unit, money: a.money || b.money };
  return new Decimal(first.number).lte(second.number) ? [first, second] : [second, first];
}

function joined(patterns: Patterns, between: string): boolean {
  return patterns.custom('and', (words) => `^\\s*(?:${words('and')})?\\s*$`).test(between) && between.trim() !== '';
}

function rangeAt(prompt: PromptText, patterns: Patterns, a: Operand, b: Operand, floor: number): Range | null {
  const edge = patterns.lexicon.spaced ? '(?<![\\p{L}\\p{N}])' : '';
  const left = prompt.folded.slice(floor, a.start);
  const right = prompt.folded.slice(b.end);
  const [low, high] = ordered(a, b);
  for (const op of ['outside', 'between'] as const) {
    const before = patterns
      .custom(op, (words) => `${edge}(?:${words(op)})(?: (?:${words('filler')}))*\\s*$`)
      .exec(left);
    if (before) {
      const negated = op === 'between' && negatedAt(patterns, left.slice(0, before.index)) !== null;
      return {
        op: negated ? 'outside' : op,
        low,
        high,
        start: floor + before.index,
        end: b.end,
        lead: left.slice(0, before.index),
      };
    }
    if (patterns.lexicon.spaced) continue;
    const after = patterns.custom(`${op}:post`, (words) => `^(?:${words(op)})`).exec(right);
    if (after) return { op, low, high, start: a.start, end: b.end + after[0].length, lead: left };
  }
  return null;
}

/** "da 5 litri va sotto i 45 euro": a size and a price are no ends of one range. */
function areApart(a: Operand, b: Operand): boolean {
  return a.unit !== null && b.unit !== null && a.money !== b.money;
}

/** The first range of the prompt, or null. */
export function findRange(
  prompt: PromptText,
  patterns: Patterns,
  operands: readonly Operand[],
  thresholds: readonly Threshold[],
): Range | null {
  for (let index = 0; index + 1 < operands.length; index++) {
    const [a, b] = [operands[index], operands[index + 1]];
    if (!a || !b || areApart(a, b)) continue;
    if (!joined(patterns, prompt.folded.slice(a.end, b.start))) continue;
    const range = rangeAt(prompt, patterns, a, b, operands[index - 1]?.end ?? 0);
    if (range) return range;
  }
  return rangeOfTwo(prompt, patterns, thresholds);
}

const LOWER = new Set<NumberOp>(['lt', 'lte']);
const UPPER = new Set<NumberOp>(['gt', 'gte']);

/** "below 10 or above 30" leaves a band; "above 10 and below 30" enters one. */
function rangeOfTwo(prompt: PromptText, patterns: Patterns, thresholds: readonly Threshold[]): Range | null {
  for (let index = 0; index + 1 < thresholds.length; index++) {
    const [a, b] = [thresholds[index], thresholds[index + 1]];
    if (!a || !b) continue;
    const sides = (LOWER.has(a.op) && UPPER.has(b.op)) || (UPPER.has(a.op) && LOWER.has(b.op));
    if (!sides || b.start - a.end > 40 || areApart(a.operand, b.operand)) continue;
    const [low, high] = ordered(a.operand, b.operand);
    const [below, above] = LOWER.has(a.op) ? [a, b] : [b, a];
    const apart = new Decimal(below.operand.number).lte(above.operand.number);
    const or = patterns.first('or', prompt.folded.slice(a.end, b.start)) !== null;
    return { op: apart || or ? 'outside' : 'between', low, high, start: a.start, end: b.end, lead: a.lead };
  }
  return null;
}
