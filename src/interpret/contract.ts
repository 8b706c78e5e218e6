import { Interpretation } from '@/domain/contract/interpretation';
import type { FactType, FactValue } from '@/domain/value/value';
import { detectCurrency } from '@/domain/written/currency';
import { toDecimalString } from '@/domain/written/decimal';
import type { Condition, FactSort } from './condition-options';
import type { Sentence } from './sentence';
import type { Slots } from './slots';
import type { TypedValue } from './typed-values';

const FACT_TYPES: Record<FactSort, FactType> = {
  number: 'number',
  money: 'number',
  percent: 'number',
  quantity: 'number',
  date: 'string',
  time: 'string',
  version: 'string',
  text: 'string',
  boolean: 'boolean',
  list: 'object',
};

/** The contract of a condition and its slots; null where our schema refuses it. */
export function contractOf(sentence: Sentence, condition: Condition, slots: Slots): Interpretation | null {
  const unit = unitOf(sentence, condition);
  const { item } = slots;
  const property = slots.property.slice(0, 100);
  const given = {
    type: condition.type,
    fact: factPhrase(property, item, unit),
    item,
    property,
    factType: FACT_TYPES[condition.sort],
    unit,
    trigger: triggerOf(sentence, condition, unit),
    sources: [...sentence.sources],
    suggestedName: nameOf(item, property),
    language: sentence.language,
    clarification: null,
  };
  const parsed = Interpretation.safeParse(given);
  return parsed.success ? parsed.data : null;
}

function unitOf({ text, language }: Sentence, { sort, value, value2, type }: Condition): string | null {
  if (sort === 'date' || sort === 'time' || sort === 'version') return sort;
  if (sort === 'percent') return '%';
  if (sort === 'money' || sort === 'quantity') {
    const written = type === 'change' && value?.sort === 'percent' ? null : (value2?.unit ?? value?.unit ?? null);
    return written ?? (sort === 'money' ? detectCurrency(text, { language }) : null);
  }
  return null;
}

function factPhrase(property: string, item: string | null, unit: string | null): string {
  const measured = unit === null || ['date', 'time', 'version'].includes(unit) ? '' : ` in ${unit}`;
  return `${property}${item === null ? '' : ` of ${item}`}${measured}`.slice(0, 300);
}

function nameOf(item: string | null, property: string): string {
  return (item === null ? property : `${item}: ${property}`).slice(0, 100);
}

function triggerOf(sentence: Sentence, condition: Condition, unit: string | null): unknown {
  const { type, op, sort, value, value2, text } = condition;
  const words = text ? sentence.text.slice(text.start, text.end) : null;
  if (type === 'change') {
    const size = value ? toDecimalString(value.written) : null;
    const relative = value?.sort === 'percent' && sort !== 'percent';
    return { kind: type, op, amount: relative ? null : size, percent: relative ? size : null, text: words };
  }
  const operand = (one: TypedValue | null): FactValue | null => (one ? operandOf(one, sort, unit) : null);
  const said: FactValue | null = words === null ? operand(value) : { type: 'string', text: words, unit: null };
  return { kind: type, op, value: said, value2: operand(value2) };
}

function operandOf({ written, unit: own }: TypedValue, sort: FactSort, unit: string | null): FactValue {
  if (FACT_TYPES[sort] === 'string') return { type: 'string', text: written, unit };
  return { type: 'number', number: toDecimalString(written), unit: sort === 'quantity' ? (own ?? unit) : unit };
}
