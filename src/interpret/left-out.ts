import type { Condition } from './condition-options';
import type { WordKind } from './language';
import type { Sentence, Token } from './sentence';
import type { Tag } from './slot-tagger';
import type { Stretch } from './slots';

/** Kinds of words that make a condition of their own. */
const COMPARISONS = ['lt', 'lte', 'gt', 'gte', 'outside', 'before', 'after'] as const;
const SIGNS = new Set<WordKind>([
  ...COMPARISONS,
  ...(['increases', 'decreases', 'changes', 'added', 'removed', 'noLonger', 'available', 'unavailable'] as const),
]);
/** How far from the joint a condition's sign is looked for, in words. */
const REACH_BEHIND = 6;
const REACH_BEFORE = 9;
const REACH_OF_VALUE = 3;

/**
 * Where a sentence says a second condition, which a contract of one cannot hold: behind "and" or "or" between two signs
 * of conditions, or as a second value that something is compared with. Empty where it says one.
 */
export function leftOut(sentence: Sentence, condition: Condition, tags: readonly Tag[]): Stretch[] {
  const joined = sentence.tokens.flatMap((token, at) =>
    token.kinds.has('and') ? (besides(sentence, condition, tags, at) ?? []) : [],
  );
  return joined.length > 0 ? joined.slice(0, 1) : comparedBesides(sentence, condition, tags).slice(0, 1);
}

function besides(sentence: Sentence, condition: Condition, tags: readonly Tag[], joint: number): Stretch | null {
  const { tokens } = sentence;
  const and = tokens[joint];
  if (!and || and.quoted || isNamed(tags[joint]) || joinsOperands(condition, and)) return null;
  const signs = (at: number): boolean => !isNamed(tags[at]) && tokens[at] !== undefined && isSign(tokens[at]);
  const before = lastWhere(Math.max(0, joint - REACH_BEFORE), joint, signs);
  const behind = firstWhere(joint + 1, Math.min(tokens.length, joint + 1 + REACH_BEHIND), signs);
  if (before === null || behind === null) return null;
  // "… and tell me when": what is behind is asked to be told, what is before was a question.
  if (tokens.slice(joint, behind).some(({ kinds }) => kinds.has('request') || kinds.has('if'))) return null;
  if (isQuestionBefore(sentence, before, behind)) return null;
  const operand = condition.value ?? condition.text;
  if (operand && operand.start > and.start) return stretch(tokens, beginningOf(tokens, before), joint - 1);
  return stretch(tokens, joint + 1, lastOfClause(tokens, behind));
}

/** In what the sentence is about, not in what it says of it. */
function isNamed(tag: Tag | undefined): boolean {
  return tag === 'item' || tag === 'exclusion';
}

function isSign({ kinds }: Token): boolean {
  return [...kinds].some((kind) => SIGNS.has(kind));
}

/** "Between 40 and 60", "the word 'and'". */
function joinsOperands({ value, value2, text }: Condition, { start, end }: Token): boolean {
  if (value && value2) return start >= value.end && end <= value2.start;
  return text !== null && start >= text.start && end <= text.end;
}

function isQuestionBefore({ tokens, clauses }: Sentence, before: number, behind: number): boolean {
  const [one, other] = [tokens[before]?.clause ?? 0, tokens[behind]?.clause ?? 0];
  return one !== other && clauses[one]?.role === 'question';
}

function comparedBesides({ tokens, values }: Sentence, condition: Condition, tags: readonly Tag[]): Stretch[] {
  const used = [condition.value, condition.value2, condition.text].filter((one) => one !== null);
  if (condition.value === null) return [];
  return values.flatMap((value) => {
    if (value.edge !== null || used.some(({ start, end }) => value.start < end && start < value.end)) return [];
    const at = tokens.findIndex((token) => token.end > value.start);
    const compared = firstWhere(Math.max(0, at - REACH_OF_VALUE), at, (before) =>
      COMPARISONS.some((kind) => !isNamed(tags[before]) && tokens[before]?.kinds.has(kind)),
    );
    const between = tokens.slice(compared ?? at, at).some(({ start }) => used.some((one) => start >= one.start));
    return compared === null || isNamed(tags[at]) || (between && tokens[at]?.gap === '')
      ? []
      : [{ start: tokens[compared]?.start ?? value.start, end: value.end }];
  });
}

/** "Back IN stock": the signs and small words before a sign belong to it. */
function beginningOf(tokens: readonly Token[], at: number): number {
  let first = at;
  for (let before = at - 1; before >= 0 && tokens[before]?.clause === tokens[at]?.clause; before--) {
    const token = tokens[before];
    if (!token || !(isSign(token) || token.function)) break;
    if (isSign(token)) first = before;
  }
  return first;
}

function firstWhere(from: number, to: number, holds: (at: number) => boolean): number | null {
  for (let at = from; at < to; at++) if (holds(at)) return at;
  return null;
}

function lastWhere(from: number, to: number, holds: (at: number) => boolean): number | null {
  for (let at = to - 1; at >= from; at--) if (holds(at)) return at;
  return null;
}

function lastOfClause(tokens: readonly Token[], at: number): number {
  let last = at;
  while (tokens[last + 1]?.clause === tokens[at]?.clause) last++;
  return last;
}

function stretch(tokens: readonly Token[], from: number, to: number): Stretch {
  return { start: tokens[from]?.start ?? 0, end: tokens[to]?.end ?? 0 };
}
