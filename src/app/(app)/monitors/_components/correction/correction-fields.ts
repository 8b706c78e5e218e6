import { type Correction, type Operator, operandsOf, operatorsFor } from '@/domain/contract/correction';
import type { Interpretation } from '@/domain/contract/interpretation';
import type { PointCandidate } from '@/domain/contract/pointing';
import type { FactType, FactValue } from '@/domain/value/value';

/** What kind of value is read, as people choose it; a unit is asked for numbers only. */
export const KINDS = {
  number: 'A number or an amount',
  date: 'A date',
  time: 'A time of day',
  version: 'A version number',
  text: 'A text',
  yesNo: 'Yes or no',
  list: 'A list of entries',
} as const;
type Kind = keyof typeof KINDS;

/** The fields of the form, each as it is typed; empty where nothing is. */
export interface CorrectionFields {
  item: string;
  property: string;
  kind: Kind;
  unit: string;
  /** Separated by commas. */
  exclude: string;
  operator: Operator;
  value: string;
  value2: string;
  amount: string;
  percent: string;
  text: string;
}

export const OPERATOR_WORDS: Record<Operator, string> = {
  lt: 'is below',
  lte: 'is at most',
  gt: 'is above',
  gte: 'is at least',
  eq: 'is',
  neq: 'is not',
  between: 'is between',
  outside: 'is outside of',
  contains: 'contains',
  not_contains: 'does not contain',
  before: 'is before',
  after: 'is after',
  exists: 'is there',
  absent: 'is no longer there',
  is_true: 'is yes (available)',
  is_false: 'is no (not available)',
  any: 'changes',
  increases: 'rises, or comes later',
  decreases: 'falls, or comes earlier',
  changes_by: 'changes by at least',
  added: 'has a new entry',
  removed: 'loses an entry',
};

const EMPTY: CorrectionFields = {
  item: '',
  property: '',
  kind: 'number',
  unit: '',
  exclude: '',
  operator: 'lt',
  value: '',
  value2: '',
  amount: '',
  percent: '',
  text: '',
};

const MOMENTS = ['date', 'time', 'version'] as const;

function kindOf(factType: FactType, unit: string | null): Kind {
  if (factType === 'boolean') return 'yesNo';
  if (factType === 'object') return 'list';
  return factType === 'number' ? 'number' : (MOMENTS.find((kind) => kind === unit) ?? 'text');
}

export function typeOf({ kind, unit }: Pick<CorrectionFields, 'kind' | 'unit'>): Pick<Correction, 'factType' | 'unit'> {
  if (kind === 'number') return { factType: 'number', unit: unit.trim() === '' ? null : unit.trim() };
  if (kind === 'yesNo') return { factType: 'boolean', unit: null };
  if (kind === 'list') return { factType: 'object', unit: null };
  return { factType: 'string', unit: kind === 'text' ? null : kind };
}

const written = (value: FactValue | null) =>
  value?.type === 'number' ? value.number : value?.type === 'string' ? value.text : '';

/** The fields of what was understood; empty ones where nothing was. */
export function fieldsOf(interpretation: Interpretation | null): CorrectionFields {
  if (interpretation === null) return EMPTY;
  const { item, property, factType, unit, exclude = [], trigger } = interpretation;
  const kind = kindOf(factType, unit);
  const about = {
    ...EMPTY,
    item: item ?? '',
    property,
    kind,
    unit: kind === 'number' ? (unit ?? '') : '',
    exclude: exclude.join(', '),
  };
  if (trigger.kind === 'state')
    return { ...about, operator: trigger.op, value: written(trigger.value), value2: written(trigger.value2) };
  const { op, amount, percent, text } = trigger;
  return { ...about, operator: op, amount: amount ?? '', percent: percent ?? '', text: text ?? '' };
}

/** The fields after a change; an operator that does not go with the new kind of value gives way to the usual one. */
export function changed(fields: CorrectionFields, change: Partial<CorrectionFields>): CorrectionFields {
  const next = { ...fields, ...change };
  const { factType, unit } = typeOf(next);
  const possible = operatorsFor(factType, unit);
  const [usual = next.operator] = possible;
  return possible.includes(next.operator) ? next : { ...next, operator: usual };
}

/** The fields with what a value on the page tells: what names it there, its kind and its unit. */
export function describedBy(fields: CorrectionFields, { value, label }: PointCandidate): CorrectionFields {
  const unit = 'unit' in value ? value.unit : null;
  const kind = kindOf(value.type, unit);
  const property = label?.slice(0, 100) ?? fields.property;
  return changed(fields, { property, kind, unit: kind === 'number' ? (unit ?? '') : '' });
}

/** What is sent: of the operands those that the operator takes. */
export function correctionOf(fields: CorrectionFields, language: string): Correction {
  const { factType, unit } = typeOf(fields);
  const takes = operandsOf(fields.operator, factType);
  const given = (text: string) => (text.trim() === '' ? null : text.trim());
  const operand = (field: 'value' | 'value2' | 'amount' | 'percent' | 'text') =>
    takes[field] === undefined ? null : given(fields[field]);
  return {
    item: given(fields.item),
    property: fields.property,
    factType,
    unit,
    exclude: fields.exclude.split(',').flatMap((words) => given(words) ?? []),
    operator: fields.operator,
    value: operand('value'),
    value2: operand('value2'),
    amount: operand('amount'),
    percent: operand('percent'),
    text: operand('text'),
    language,
  };
}
