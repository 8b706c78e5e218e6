import { z } from 'zod';
import { FactValue } from '../value/value';
import { DecimalString } from '../written/decimal-schema';

export const StateOp = z.enum([
  'lt',
  'lte',
  'gt',
  'gte',
  'eq',
  'neq',
  'between',
  'outside',
  'contains',
  'not_contains',
  'before',
  'after',
  'exists',
  'absent',
  'is_true',
  'is_false',
]);
export type StateOp = z.infer<typeof StateOp>;

export const ChangeOp = z.enum(['any', 'increases', 'decreases', 'changes_by', 'added', 'removed']);
export type ChangeOp = z.infer<typeof ChangeOp>;

const OPERANDS: Record<StateOp, 0 | 1 | 2> = {
  lt: 1,
  lte: 1,
  gt: 1,
  gte: 1,
  eq: 1,
  neq: 1,
  between: 2,
  outside: 2,
  contains: 1,
  not_contains: 1,
  before: 1,
  after: 1,
  exists: 0,
  absent: 0,
  is_true: 0,
  is_false: 0,
};

/** How many operands a state operator takes. `between` includes both ends, `outside` excludes both. */
export function operandCount(op: StateOp): 0 | 1 | 2 {
  return OPERANDS[op];
}

/** Fires when the condition on the present value becomes true. Operands carry their own unit. */
export const StateTrigger = z
  .strictObject({
    kind: z.literal('state'),
    op: StateOp,
    value: FactValue.nullable().default(null),
    value2: FactValue.nullable().default(null),
  })
  .superRefine((trigger, context) => {
    const given = [trigger.value, trigger.value2].filter((operand) => operand !== null).length;
    if (given !== operandCount(trigger.op)) {
      context.addIssue({
        code: 'custom',
        message: `"${trigger.op}" takes ${operandCount(trigger.op)} value(s), ${given} given`,
      });
    }
  });
export type StateTrigger = z.infer<typeof StateTrigger>;

/**
 * Fires when the value differs from its baseline as named. `amount` (in the fact's unit) or `percent` is the least
 * size of the change, for increases, decreases and changes_by; at most one of the two. `text` narrows added and
 * removed to entries that contain it.
 */
export const ChangeTrigger = z
  .strictObject({
    kind: z.literal('change'),
    op: ChangeOp,
    amount: DecimalString.nullable().default(null),
    percent: DecimalString.nullable().default(null),
    text: z.string().max(200).nullable().default(null),
  })
  .superRefine((trigger, context) => {
    const sizes = [trigger.amount, trigger.percent].filter((size) => size !== null).length;
    if (trigger.op === 'changes_by' && sizes !== 1) {
      context.addIssue({ code: 'custom', message: '"changes_by" takes an amount or a percentage' });
    }
    if (sizes > 1) context.addIssue({ code: 'custom', message: 'Give an amount or a percentage, not both' });
  });
export type ChangeTrigger = z.infer<typeof ChangeTrigger>;

export const Trigger = z.discriminatedUnion('kind', [StateTrigger, ChangeTrigger]);
export type Trigger = z.infer<typeof Trigger>;
