import type { FactValue } from '../value/value';
import { formatDate, formatNumber } from '../value/value-format';
import { isClockTime } from '../written/clock-time';
import { isCurrencyCode } from '../written/currency-table';
import { parseDate } from '../written/date';
import { UNITS } from '../written/unit-table';
import type { ChangeOp, StateOp, Trigger } from './trigger';

/** The parts of an interpretation that its trigger's sentence is made of. */
interface TriggerContext {
  /** What is watched, in words. */
  fact: string;
  unit: string | null;
  /** BCP 47 language of the prompt. */
  language: string;
}

/** Verb, and what joins two operands. Longer verbs first, since "is" begins most of them. */
const STATE_VERBS: Record<StateOp, [verb: string, joint: string]> = {
  not_contains: ['does not contain ', ''],
  contains: ['contains ', ''],
  between: ['is between ', ' and '],
  outside: ['is outside of ', ' to '],
  before: ['is before ', ''],
  after: ['is after ', ''],
  lte: ['is at most ', ''],
  gte: ['is at least ', ''],
  lt: ['is below ', ''],
  gt: ['is above ', ''],
  exists: ['is there', ''],
  absent: ['is no longer there', ''],
  is_true: ['is true', ''],
  is_false: ['is false', ''],
  neq: ['is not ', ''],
  eq: ['is ', ''],
};

const CHANGE_VERBS: Record<Exclude<ChangeOp, 'added' | 'removed'>, string> = {
  changes_by: 'changes',
  any: 'changes',
  increases: 'rises',
  decreases: 'falls',
};

const LIST_VERBS = { added: 'has a new entry', removed: 'loses an entry' } as const;

/** "price of X" reads better as "the price of X"; other languages' facts stand as they are. */
function beginning({ fact, language }: TriggerContext): string {
  const english = language === 'en' || language.startsWith('en-');
  const bare = english && /^[a-z]/.test(fact) && !/^(?:the|a|an|any|all|whether|how|my|your)\b/.test(fact);
  return `Fires when ${bare ? 'the ' : ''}${fact} `;
}

/** "the tickets for …", "the open seats". */
const PLURAL = /^Fires when the (?:\p{Ll}+ )?\p{Ll}+s(?<!ss|us|is) (?:(?:of|for|in|at|on|with|to|from)\b|$)/u;

/** "availability of the PS5" that is true reads better as "the PS5 is available". */
function availabilitySentence({ fact, ...about }: TriggerContext, trigger: Trigger): string | null {
  if (trigger.op !== 'is_true' && trigger.op !== 'is_false') return null;
  const thing = /^availability(?: of (?<thing>.+))?$/su.exec(fact);
  if (!thing) return null;
  const subject = beginning({ ...about, fact: thing.groups?.thing ?? 'it' });
  const bare = thing.groups?.thing === undefined ? 'Fires when it ' : subject;
  const verb = PLURAL.test(bare) ? 'are' : 'is';
  return `${bare}${verb} ${trigger.op === 'is_true' ? 'available' : 'not available'}.`;
}

/** Amounts are in the fact's unit; in a fact that is itself a percentage they are percentage points. */
function sizeOperand(amount: string, unit: string | null): FactValue {
  const shown = unit === '%' ? 'pp' : unit === 'date' ? 'd' : unit === 'version' ? null : unit;
  return { type: 'number', number: amount, unit: shown };
}

function changeSentence(trigger: Trigger & { kind: 'change' }, unit: string | null): string {
  const { op, amount, percent, text } = trigger;
  if (op === 'added' || op === 'removed') {
    const filter = text === null ? '' : ` that contains ${writeOperand({ type: 'string', text, unit: null })}`;
    return `${LIST_VERBS[op]}${filter}`;
  }
  if (percent !== null) {
    return `${CHANGE_VERBS[op]} by at least ${writeOperand({ type: 'number', number: percent, unit: '%' })}`;
  }
  return amount === null
    ? CHANGE_VERBS[op]
    : `${CHANGE_VERBS[op]} by at least ${writeOperand(sizeOperand(amount, unit))}`;
}

/** What a trigger waits for, for people: "Fires when the price of the XM6 in USD is below $300.00." */
export function triggerSentence(interpretation: TriggerContext & { trigger: Trigger }): string {
  const { trigger, unit } = interpretation;
  const available = availabilitySentence(interpretation, trigger);
  if (available !== null) return available;
  if (trigger.kind === 'change') return `${beginning(interpretation)}${changeSentence(trigger, unit)}.`;
  const [verb, joint] = STATE_VERBS[trigger.op];
  const operands = [trigger.value, trigger.value2].filter((operand) => operand !== null).map(writeOperand);
  return `${beginning(interpretation)}${verb}${operands.join(joint)}.`;
}

// Operands within a trigger's sentence, written without loss: different operands read differently.

const KNOWN_UNITS = new Set(UNITS.map((unit) => unit.symbol));

function quoted(text: string): string {
  return `“${text.replace(/[\\”]/g, '\\$&').replace(/\n/g, '\\n')}”`;
}

function writeNumber(number: string, unit: string | null): string {
  if (unit === null || isCurrencyCode(unit) || KNOWN_UNITS.has(unit)) return formatNumber(number, unit);
  return `${formatNumber(number, null)} ${quoted(unit)}`;
}

function writeText(text: string, unit: string | null): string {
  if (unit === 'date') {
    const shown = formatDate(text);
    if (parseDate(shown, { language: 'en' }) === text) return shown;
  }
  if (unit === 'time' && isClockTime(text)) return text;
  if (unit === 'version' && /^[\w.+-]{1,60}$/.test(text)) return `version ${text}`;
  return unit === null ? quoted(text) : `${quoted(text)} (${quoted(unit)})`;
}

/** "$300.00", "24 °C", "“Boarding”", "1 December 2026", "version 2.0.0", "yes", "[“A”, “B”]". */
function writeOperand(value: FactValue): string {
  if (value.type === 'number') return writeNumber(value.number, value.unit);
  if (value.type === 'boolean') return value.boolean ? 'yes' : 'no';
  if (value.type === 'string') return writeText(value.text, value.unit);
  return `[${value.items.map(quoted).join(', ')}]`;
}
