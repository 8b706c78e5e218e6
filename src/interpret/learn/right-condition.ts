import { foldForComparison } from '@/domain/written/text-fold';
import type { Condition, FactSort } from '../condition-options';
import type { LabelledSentence } from './labelled';

const SORTS: Record<string, FactSort> = { date: 'date', time: 'time', version: 'version' };

/** The sort that a label's fact has. */
export function sortOf({ factType, unit, kind }: LabelledSentence): FactSort {
  if (factType === 'boolean') return 'boolean';
  if (factType === 'object') return 'list';
  if (factType === 'string' && isMeasure(unit)) return 'quantity';
  if (factType === 'string') return SORTS[unit ?? ''] ?? SORTS[kind ?? ''] ?? 'text';
  if (unit === null) return kind === 'percent' ? 'percent' : kind === 'price' ? 'money' : 'number';
  if (unit === '%') return 'percent';
  return /^[A-Z]{3}$/.test(unit) ? 'money' : 'quantity';
}

/** A few labels take "3 days" for a text. */
function isMeasure(unit: string | null): boolean {
  return unit !== null && !(unit in SORTS) && !/^[A-Z]{3}$/.test(unit);
}

const NUMBERS = new Set<FactSort>(['number', 'money', 'percent', 'quantity']);
const THERE: Record<string, string> = { exists: 'is_true', absent: 'is_false' };
const UNMEASURED = new Set<FactSort>(['text', 'boolean']);

/** Whether a condition alerts when the label's does: it is the label's, or says the same in another form. */
export function isRight(given: Condition, label: LabelledSentence): boolean {
  return isLabelled(given, label) || alertsAlike(given, label);
}

/**
 * Whether a condition is what a label says. A thing that is there may be a fact that exists or a yes; without a unit
 * in the sentence the sort of number stays open (the page says it); the rest must be the same.
 */
function isLabelled(given: Condition, label: LabelledSentence): boolean {
  return (sameFact(given, label) && sameOperands(given, label)) || saysUnspoken(given, label);
}

const GONE = new Set(['is_false', 'absent', 'removed']);
const THERE_NOW = new Set(['is_true', 'exists', 'added']);
const LEFT = new Set(['neq', 'not_contains', 'absent', 'removed']);
const ONE_DAY = 86_400_000;

/**
 * Writers say one thing in several forms: a yes or no that is gone is "is not", "absent" or "removed"; a state that the
 * sentence names and that is left ("no longer beta") is also a yes that becomes no; of a text "is not X" and "does not
 * contain X" differ by the page alone; "in 2026 or later" is after the last day of 2025 or after the first of 2026.
 */
function alertsAlike(given: Condition, label: LabelledSentence): boolean {
  const { factType, op, kind } = label;
  if (factType === 'boolean' && given.sort === 'boolean') {
    return [GONE, THERE_NOW].some((ops) => ops.has(given.op) && ops.has(op));
  }
  if (factType === 'string' && kind === 'status' && LEFT.has(op) && GONE.has(given.op)) {
    return given.sort === 'boolean' || (given.sort === 'text' && given.op === 'absent');
  }
  if (given.text && given.sort === 'text' && sortOf(label) === 'text') {
    const alike = [
      ['neq', 'not_contains'],
      ['eq', 'contains'],
    ].some((ops) => ops.includes(given.op) && ops.includes(op));
    return alike && given.type === label.type && sameOperands(given, label);
  }
  if (given.sort === 'date' && given.value?.edge && label.value !== null && sameFact(given, label)) {
    return Math.abs(Date.parse(given.value.written) - Date.parse(label.value)) <= ONE_DAY;
  }
  return false;
}

const UNSPOKEN_STATES = new Set(['status', 'availability']);
const NEGATED = /^no[tn]?\b/i;

/**
 * "Tell me when it closes": the label names the state that the page showed ("Open"), which the sentence does not say.
 * Then no sentence can give that operand, and the yes or no that becomes so, or any change of the state, says the same.
 */
function saysUnspoken(given: Condition, label: LabelledSentence): boolean {
  const { factType, op, value, prompt, kind } = label;
  if (factType !== 'string' || value === null || (given.op !== 'any' && given.sort !== 'boolean')) return false;
  if (foldForComparison(prompt).includes(foldForComparison(value))) return false;
  const leaves = op === 'neq' || op === 'not_contains';
  if (leaves && given.op === 'any') return given.sort === sortOf(label);
  if (!UNSPOKEN_STATES.has(kind ?? '') || given.sort !== 'boolean') return false;
  if (op === 'eq' || op === 'contains') return given.op === 'is_true';
  return leaves && given.op === (NEGATED.test(value) ? 'is_true' : 'is_false');
}

/** Operator and sort only. */
export function sameFact(given: Condition, label: LabelledSentence): boolean {
  const sort = sortOf(label);
  if (given.type !== label.type) return false;
  if (stated(given.op, given.sort) !== stated(label.op, sort)) return false;
  if (given.sort === sort) return true;
  if (UNMEASURED.has(given.sort) && UNMEASURED.has(sort)) return label.op in THERE || given.op in THERE;
  return NUMBERS.has(given.sort) && NUMBERS.has(sort) && openUnit(given, sort);
}

/** Labels say "gt" of dates here and there; both mean the same order. A thing that exists is a yes. */
function stated(op: string, sort: FactSort): string {
  if (UNMEASURED.has(sort)) return THERE[op] ?? op;
  if (sort !== 'date' && sort !== 'time') return op;
  return op === 'gt' ? 'after' : op === 'lt' ? 'before' : op;
}

/** Where the operand carries no unit, the sentence does not say what sort of number it is. */
function openUnit({ value, sort, type }: Condition, labelled: FactSort): boolean {
  if (value?.sort === 'quantity' || value?.sort === 'money' || (value?.sort === 'percent' && type === 'state')) {
    return false;
  }
  return sort === 'number' || labelled === 'number' || sort === 'money' || labelled === 'quantity';
}

function sameOperands(given: Condition, label: LabelledSentence): boolean {
  if (given.type === 'change') return sameChange(given, label);
  const values = [label.value, label.value2].filter((value) => value !== null);
  const operands = [given.value, given.value2].filter((value) => value !== null).map(({ written }) => written);
  if (given.text) return values.length === 1 && sameText(textOf(given, label), values[0] ?? '');
  if (operands.length !== values.length) return false;
  const inOrder = (list: readonly string[]) => [...list].sort().join(' ');
  return inOrder(operands.map(plain)) === inOrder(values.map(plain));
}

function sameChange({ value, text, op }: Condition, label: LabelledSentence): boolean {
  if (op === 'added' || op === 'removed') {
    return (text === null) === (label.text === null) && (!text || sameText(textOf({ text }, label), label.text ?? ''));
  }
  const size = value?.sort === 'percent' ? (label.percent ?? label.amount) : (label.amount ?? label.percent);
  return (value ? plain(value.written) : null) === (size === null ? null : plain(size));
}

function textOf({ text }: Pick<Condition, 'text'>, { prompt }: LabelledSentence): string {
  return text ? prompt.slice(text.start, text.end) : '';
}

function sameText(a: string, b: string): boolean {
  return foldForComparison(a) === foldForComparison(b);
}

function plain(written: string): string {
  const number = Number(written);
  return written !== '' && Number.isFinite(number) ? String(number) : written.slice(0, 10);
}
