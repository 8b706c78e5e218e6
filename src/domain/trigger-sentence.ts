import type { Interpretation } from './interpretation';
import type { ChangeOp, StateOp } from './trigger';
import { Trigger } from './trigger';
import { readOperand, writeOperand } from './trigger-operand';
import type { FactValue } from './value';

/** The parts of an interpretation that its trigger's sentence is made of. */
export type TriggerContext = Pick<Interpretation, 'fact' | 'unit' | 'language'>;

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

function parseState(said: string): unknown {
  for (const [op, [verb, joint]] of Object.entries(STATE_VERBS)) {
    if (!said.startsWith(verb)) continue;
    const bare = { kind: 'state', op, value: null, value2: null };
    if (!verb.endsWith(' ')) {
      if (said === verb) return bare;
      continue;
    }
    const first = readOperand(said, verb.length);
    if (!first) continue;
    if (joint === '' && first.end === said.length) return { ...bare, value: first.value };
    const second =
      joint !== '' && said.startsWith(joint, first.end) ? readOperand(said, first.end + joint.length) : null;
    if (second?.end === said.length) return { ...bare, value: first.value, value2: second.value };
  }
  return null;
}

function parseSize(said: string, op: string, unit: string | null): unknown {
  const size = readOperand(said, 0);
  if (size?.end !== said.length || size.value.type !== 'number') return null;
  const { number, unit: written } = size.value;
  const percent = written === '%';
  const expected = sizeOperand('0', unit);
  const agrees = percent || (expected.type === 'number' && expected.unit === written);
  if (!agrees) return null;
  return { kind: 'change', op, amount: percent ? null : number, percent: percent ? number : null };
}

function parseChange(said: string, unit: string | null): unknown {
  for (const [op, verb] of Object.entries(LIST_VERBS)) {
    if (said === verb) return { kind: 'change', op };
    const filter = `${verb} that contains `;
    const text = said.startsWith(filter) ? readOperand(said, filter.length) : null;
    if (text?.end === said.length && text.value.type === 'string') return { kind: 'change', op, text: text.value.text };
  }
  for (const op of ['any', 'increases', 'decreases'] as const) {
    const verb = CHANGE_VERBS[op];
    if (said === verb) return { kind: 'change', op };
    const sized = `${verb} by at least `;
    if (said.startsWith(sized)) return parseSize(said.slice(sized.length), op === 'any' ? 'changes_by' : op, unit);
  }
  return null;
}

/**
 * The typed trigger that a sentence of triggerSentence says, given the same fact, unit and language; null for any
 * other text. Nothing is guessed and no model is asked.
 */
export function parseTriggerSentence(sentence: string, context: TriggerContext): Trigger | null {
  const start = beginning(context);
  for (const op of ['is_true', 'is_false'] as const) {
    const trigger: Trigger = { kind: 'state', op, value: null, value2: null };
    if (availabilitySentence(context, trigger) === sentence) return trigger;
  }
  if (!sentence.startsWith(start) || !sentence.endsWith('.')) return null;
  const said = sentence.slice(start.length, -1);
  const parsed = Trigger.safeParse(parseState(said) ?? parseChange(said, context.unit));
  return parsed.success ? parsed.data : null;
}
