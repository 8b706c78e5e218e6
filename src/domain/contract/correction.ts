import { z } from 'zod';
import { ChangeOp, operandCount, StateOp } from '../trigger/trigger';
import { FactType, Unit } from '../value/value';

/** What a monitor may wait for: the operators of states, then those of changes. */
const Operator = z.enum([...StateOp.options, ...ChangeOp.options]);
export type Operator = z.infer<typeof Operator>;

const PRESENCE = ['exists', 'absent'] as const;
const SIZES = ['any', 'increases', 'decreases', 'changes_by'] as const;
const OF_TEXT = ['eq', 'neq', 'contains', 'not_contains', 'any', ...PRESENCE] as const;
const OF_NUMBER = ['lt', 'lte', 'gt', 'gte', 'eq', 'neq', 'between', 'outside', ...SIZES, ...PRESENCE] as const;

const OF_UNIT: Record<string, readonly Operator[]> = {
  date: ['before', 'after', 'eq', 'neq', 'between', 'any', 'increases', 'decreases', ...PRESENCE],
  time: ['before', 'after', 'eq', 'neq', 'between', 'any', 'increases', 'decreases', ...PRESENCE],
  version: ['gt', 'gte', 'lt', 'lte', 'eq', 'neq', 'any', 'increases', ...PRESENCE],
};

const OF_TYPE: Record<FactType, readonly Operator[]> = {
  number: OF_NUMBER,
  string: OF_TEXT,
  boolean: ['is_true', 'is_false', 'any'],
  object: ['added', 'removed', 'contains', 'not_contains', 'any', ...PRESENCE],
};

/** The operators that make sense of a value of that type and unit, the usual one first. */
export function operatorsFor(factType: FactType, unit: string | null): readonly Operator[] {
  return (factType === 'string' ? OF_UNIT[unit ?? ''] : undefined) ?? OF_TYPE[factType];
}

/** Which of the fields an operator takes, and whether it needs them. */
export function operandsOf(operator: Operator, factType: FactType): Partial<Record<OperandField, 'needed' | 'may'>> {
  const state = StateOp.safeParse(operator);
  if (state.success) {
    const count = operandCount(state.data);
    return { ...(count > 0 ? { value: 'needed' } : {}), ...(count > 1 ? { value2: 'needed' } : {}) };
  }
  if (operator === 'added' || operator === 'removed') return { text: 'may' };
  if (operator === 'any' || factType !== 'number') return {};
  return { amount: 'may', percent: 'may' };
}

const OPERANDS = ['value', 'value2', 'amount', 'percent', 'text'] as const;
export type OperandField = (typeof OPERANDS)[number];

/** "300", "1299.95", "1 December 2026", "in stock". */
const Operand = z.string().trim().min(1, 'Fill this in').max(200, 'At most 200 characters').nullable().default(null);

/**
 * A contract that a person wrote themselves, in place of what was understood of their sentence. Operands are text;
 * `applyCorrection` reads them.
 */
export const Correction = z
  .strictObject({
    item: z
      .string()
      .trim()
      .min(1, 'Fill this in')
      .max(200, 'At most 200 characters')
      .nullable()
      .default(null)
      .describe('What the fact belongs to; null where the page itself is about it'),
    property: z
      .string('Say what is read')
      .trim()
      .min(1, 'Say what is read')
      .max(100, 'At most 100 characters')
      .describe('What is read of it, by the words that stand beside it on the page'),
    factType: FactType,
    unit: Unit.nullable()
      .default(null)
      .describe('An ISO 4217 currency, "%" or a unit; for strings "date", "time" or "version"'),
    exclude: z
      .array(z.string().trim().min(1).max(100, 'At most 100 characters'))
      .max(10, 'At most ten')
      .default([])
      .describe('Words that its entry must not have: "refurbished"'),
    operator: Operator,
    value: Operand,
    value2: Operand.describe('The upper end of `between` and `outside`'),
    amount: Operand.describe('The least size of a change, in the unit of the fact'),
    percent: Operand,
    text: Operand.describe('Narrows `added` and `removed` to entries that contain it'),
    language: z.string().min(2).max(35).default('en').describe('BCP 47, of the sentence'),
  })
  .superRefine(({ factType, unit, operator, ...given }, context) => {
    const say = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if (!operatorsFor(factType, unit).includes(operator)) say('operator', 'This does not go with this kind of value');
    const takes = operandsOf(operator, factType);
    for (const field of OPERANDS) {
      if (given[field] === null && takes[field] === 'needed') say(field, 'Fill this in');
      if (given[field] !== null && takes[field] === undefined) say(field, 'This does not go with what you wait for');
    }
    if (given.amount !== null && given.percent !== null) say('percent', 'Give an amount or a percentage, not both');
    if (operator === 'changes_by' && given.amount === null && given.percent === null)
      say('amount', 'Say by how much, as an amount or a percentage');
  });
export type Correction = z.infer<typeof Correction>;
