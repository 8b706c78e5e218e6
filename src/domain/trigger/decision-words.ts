import type { FailureOutcome } from '../outcome';
import { readable } from '../value/readable-value';
import type { FactValue } from '../value/value';
import { outcomeWords } from './outcome-words';
import type { StateOp, StateTrigger } from './trigger';

/** A page that writes no unit is understood in the operand's: "312" under a limit in USD is $312.00. */
export function withUnitOf(value: FactValue, operand: FactValue | null): FactValue {
  const bare = value.type === 'number' && value.unit === null && operand?.type === 'number';
  return bare ? { ...value, unit: operand.unit } : value;
}

const IS: Record<StateOp, [yes: string, no: string]> = {
  lt: ['is below', 'is not below'],
  lte: ['is at most', 'is more than'],
  gt: ['is above', 'is not above'],
  gte: ['is at least', 'is less than'],
  eq: ['is', 'is not'],
  neq: ['is not', 'is'],
  between: ['is between', 'is not between'],
  outside: ['is outside of', 'is not outside of'],
  contains: ['contains', 'does not contain'],
  not_contains: ['does not contain', 'contains'],
  before: ['is before', 'is not before'],
  after: ['is after', 'is not after'],
  exists: ['it is there', 'it is not there'],
  absent: ['it is not there', 'it is there'],
  is_true: ['the answer is yes', 'the answer is no'],
  is_false: ['the answer is no', 'the answer is yes'],
};

/** "$283.00 is below $300.00", "it is not there"; `subject` null stands for proven absence. */
export function statePhrase(trigger: StateTrigger, subject: string | null, met: boolean, property?: string): string {
  const { op, value, value2 } = trigger;
  const phrase = IS[op][met ? 0 : 1];
  if (op === 'exists' || op === 'absent') {
    return subject === null || (op === 'exists') !== met ? phrase : `${phrase} (${subject})`;
  }
  if (subject === null) return 'the page shows that there is none now';
  if (op === 'is_true' || op === 'is_false') {
    if (property !== 'availability') return phrase;
    return (op === 'is_true') === met ? 'it is available' : 'it is not available';
  }
  const operands = [value, value2].filter((operand) => operand !== null).map(readable);
  return `${subject} ${phrase} ${operands.join(' and ')}`;
}

/** "€312.00 cannot be compared with $300.00". */
export function notComparable(value: FactValue, other: FactValue | null): string {
  const against = other === null ? 'the condition' : readable(other);
  return `${readable(value)} cannot be compared with ${against}`;
}

/** "No alert: the page could not be loaded; the last value stays $312.00." */
export function failureSentence(outcome: FailureOutcome, currentValue: FactValue | null, isCut = false): string {
  const last = currentValue === null ? 'nothing was changed' : `the last value stays ${readable(currentValue)}`;
  const phrase =
    isCut && outcome === 'fact_missing'
      ? 'the part of the page that was read does not show it'
      : outcomeWords(outcome).phrase;
  return `No alert: ${phrase}; ${last}.`;
}
