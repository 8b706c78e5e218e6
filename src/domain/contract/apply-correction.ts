import { DomainError } from '../errors';
import { ChangeOp, StateOp, type Trigger } from '../trigger/trigger';
import { parseFactValue } from '../value/fact-value';
import type { FactValue } from '../value/value';
import type { Correction, OperandField } from './correction';
import { Interpretation } from './interpretation';

/** Of "1.299" the point stands before decimals, whatever the language of the page: values are filled in so. */
const WRITTEN = { language: 'en' };

/** The contract that a person wrote, about these pages. Throws `unprocessable` with a message for each wrong field. */
export function applyCorrection(correction: Correction, sources: string[]): Interpretation {
  const { item, property, factType, unit, exclude, language } = correction;
  const trigger = triggerOf(correction);
  const of = item === null ? '' : ` of ${item}`;
  const measured = factType === 'number' && unit !== null ? ` in ${unit}` : '';
  const parsed = Interpretation.safeParse({
    type: trigger.kind,
    fact: `${property}${of}${measured}`.slice(0, 300),
    item,
    property,
    factType,
    unit,
    trigger,
    sources,
    suggestedName: (item === null ? property : `${item}: ${property}`).slice(0, 100),
    language,
    ...(exclude.length === 0 ? {} : { exclude }),
    clarification: null,
  });
  if (parsed.success) return parsed.data;
  throw refused({ operator: parsed.error.issues[0]?.message ?? 'This does not go together.' });
}

function triggerOf(correction: Correction): Trigger {
  const { operator, text } = correction;
  const state = StateOp.safeParse(operator);
  if (state.success) {
    const [value, value2] = [operandOf(correction, 'value'), operandOf(correction, 'value2')];
    return { kind: 'state', op: state.data, value, value2 };
  }
  const [amount, percent] = [sizeOf(correction, 'amount'), sizeOf(correction, 'percent')];
  return { kind: 'change', op: ChangeOp.parse(operator), amount, percent, text };
}

function operandOf(correction: Correction, field: 'value' | 'value2'): FactValue | null {
  const { operator, factType, unit } = correction;
  const written = correction[field];
  if (written === null) return null;
  if (operator === 'contains' || operator === 'not_contains') return { type: 'string', text: written, unit: null };
  const value = parseFactValue(written, factType, unit, WRITTEN);
  if (value === null || (value.type === 'number' && unit !== null && value.unit !== unit))
    throw refused({ [field]: `“${written}” is not ${kindOf(correction)}.` });
  return value;
}

function sizeOf(correction: Correction, field: 'amount' | 'percent'): string | null {
  const written = correction[field];
  if (written === null) return null;
  const unit = field === 'percent' ? '%' : correction.unit;
  const value = parseFactValue(written, 'number', unit, WRITTEN);
  if (value?.type === 'number' && value.unit === unit && !value.number.startsWith('-')) return value.number;
  throw refused({ [field]: `“${written}” is not ${field === 'percent' ? 'a percentage' : kindOf(correction)}.` });
}

function kindOf({ factType, unit }: Correction): string {
  if (factType === 'number') return unit === null ? 'a number' : `a number in ${unit}`;
  if (unit === 'date') return 'a whole date, such as 2026-12-31';
  if (unit === 'time') return 'a time of day, such as 18:30';
  return unit === 'version' ? 'a version number' : 'a text';
}

function refused(messages: Partial<Record<OperandField | 'operator', string>>): DomainError {
  const fields = Object.fromEntries(Object.entries(messages).map(([field, text]) => [`contract.${field}`, [text]]));
  return new DomainError('unprocessable', 'contract_invalid', Object.values(messages)[0] ?? '', { fields });
}
