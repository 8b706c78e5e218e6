import { describe, expect, it } from 'vitest';
import { applyCorrection } from '@/domain/contract/apply-correction';
import { Correction } from '@/domain/contract/correction';
import { Interpretation } from '@/domain/contract/interpretation';
import { changed, correctionOf, describedBy, fieldsOf } from './correction-fields';

const SOURCES = ['https://shop.example/kettle'];
const understood = (more: object): Interpretation =>
  Interpretation.parse({
    type: 'state',
    fact: 'price of Kettle One in USD',
    item: 'Kettle One',
    property: 'price',
    factType: 'number',
    unit: 'USD',
    trigger: { kind: 'state', op: 'lt', value: { type: 'number', number: '299.5', unit: 'USD' } },
    sources: SOURCES,
    suggestedName: 'Kettle One: price',
    language: 'de',
    clarification: null,
    ...more,
  });

const change = (trigger: object) => ({ type: 'change', trigger: { kind: 'change', ...trigger } });

describe('the fields of a contract', () => {
  it.each([
    understood({}),
    understood({ item: null, fact: 'price in USD', suggestedName: 'price' }),
    understood(change({ op: 'changes_by', percent: '5' })),
    understood({ exclude: ['refurbished', 'Kettle One Mini'] }),
    understood({
      fact: 'departure of Kettle One',
      property: 'departure',
      suggestedName: 'Kettle One: departure',
      factType: 'string',
      unit: 'date',
      trigger: { kind: 'state', op: 'before', value: { type: 'string', text: '2026-12-24', unit: 'date' } },
    }),
    understood({
      fact: 'jobs of Kettle One',
      property: 'jobs',
      suggestedName: 'Kettle One: jobs',
      factType: 'object',
      unit: null,
      ...change({ op: 'added', text: 'engineer' }),
    }),
  ])('give the same contract back where nothing is changed ($fact)', (interpretation) => {
    const correction = Correction.parse(correctionOf(fieldsOf(interpretation), interpretation.language));
    expect(applyCorrection(correction, SOURCES)).toEqual(interpretation);
  });

  it('let an operator give way that does not go with a new kind of value, and its operands', () => {
    const fields = changed(fieldsOf(understood({})), { kind: 'list' });
    expect(fields.operator).toBe('added');
    expect(Correction.parse(correctionOf(fields, 'en'))).toMatchObject({ factType: 'object', unit: null, value: null });
  });

  it('take name, kind and unit of a value on the page', () => {
    const value = { type: 'number', number: '21', unit: '°C' } as const;
    const candidate = { number: 1, value, quote: '21 °C', label: 'Oslo', span: { start: 0, end: 5 } };
    const fields = describedBy(fieldsOf(null), { ...candidate, box: null, probability: null });
    expect(fields).toMatchObject({ property: 'Oslo', kind: 'number', unit: '°C', operator: 'lt' });
  });
});
