import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactValue } from '../value/value';
import { CURRENCY_CODES } from '../written/currency-table';
import { UNITS } from '../written/unit-table';
import { operandCount, StateOp, Trigger } from './trigger';
import { triggerSentence } from './trigger-sentence';

const price = { fact: 'price of the WH-1000XM6 in USD', unit: 'USD', language: 'en' };
const usd = (number: string): FactValue => ({ type: 'number', number, unit: 'USD' });
const trigger = (given: object) => Trigger.parse(given);

describe('triggerSentence', () => {
  it.each<[object, typeof price | { fact: string; unit: null; language: string }, string]>([
    [
      { kind: 'state', op: 'lt', value: usd('300') },
      price,
      'Fires when the price of the WH-1000XM6 in USD is below $300.00.',
    ],
    [
      { kind: 'state', op: 'between', value: usd('20'), value2: usd('25') },
      price,
      'Fires when the price of the WH-1000XM6 in USD is between $20.00 and $25.00.',
    ],
    [
      { kind: 'state', op: 'eq', value: { type: 'string', text: 'Boarding', unit: null } },
      { fact: 'status of LH 455', unit: null, language: 'en' },
      'Fires when the status of LH 455 is “Boarding”.',
    ],
    [
      { kind: 'state', op: 'before', value: { type: 'string', text: '2026-12-01', unit: 'date' } },
      { fact: 'Öffnungstag', unit: null, language: 'de' },
      'Fires when Öffnungstag is before 1 December 2026.',
    ],
    [
      { kind: 'state', op: 'is_true' },
      { fact: 'availability of the PS5', unit: null, language: 'en' },
      'Fires when the PS5 is available.',
    ],
    [
      { kind: 'state', op: 'is_false' },
      { fact: 'availability of tickets for Glastonbury', unit: null, language: 'en' },
      'Fires when the tickets for Glastonbury are not available.',
    ],
    [
      { kind: 'state', op: 'is_true' },
      { fact: 'availability', unit: null, language: 'de' },
      'Fires when it is available.',
    ],
    [
      { kind: 'state', op: 'is_true' },
      { fact: 'availability of Kindle Paperwhite', unit: null, language: 'en' },
      'Fires when Kindle Paperwhite is available.',
    ],
    [
      { kind: 'state', op: 'after', value: { type: 'string', text: '18:00', unit: 'time' } },
      { fact: 'departure time of last ferry', unit: null, language: 'en' },
      'Fires when the departure time of last ferry is after 18:00.',
    ],
    [{ kind: 'change', op: 'any' }, price, 'Fires when the price of the WH-1000XM6 in USD changes.'],
    [
      { kind: 'change', op: 'decreases', percent: '5' },
      price,
      'Fires when the price of the WH-1000XM6 in USD falls by at least 5%.',
    ],
    [
      { kind: 'change', op: 'increases', amount: '20' },
      price,
      'Fires when the price of the WH-1000XM6 in USD rises by at least $20.00.',
    ],
    [
      { kind: 'change', op: 'added', text: 'Rust' },
      { fact: 'list of open jobs', unit: null, language: 'en' },
      'Fires when the list of open jobs has a new entry that contains “Rust”.',
    ],
  ])('%j', (given, context, sentence) => {
    expect(triggerSentence({ ...context, trigger: trigger(given) })).toBe(sentence);
  });
});

const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.integer({ min: 0, max: 99 }))
  .map(([minus, whole, cents]) => {
    const size = cents === 0 ? `${whole}` : `${whole}.${String(cents).padStart(2, '0').replace(/0$/, '')}`;
    return minus && size !== '0' ? `-${size}` : size;
  });
const positive = decimal.map((number) => number.replace('-', ''));
const unit = fc.oneof(
  fc.constantFrom(null, ...CURRENCY_CODES, ...UNITS.map(({ symbol }) => symbol)),
  fc.string({ minLength: 1, maxLength: 30 }),
);
const said = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom('”', ' is below “5”', '\\', 'a\nb', '“x” and “y”.', 'yes'),
);
const operand: fc.Arbitrary<FactValue> = fc.oneof(
  fc.tuple(decimal, unit).map(([number, of]): FactValue => ({ type: 'number', number, unit: of })),
  said.map((text): FactValue => ({ type: 'string', text, unit: null })),
  fc
    .tuple(said, fc.constantFrom('date', 'time', 'version', 'gate'))
    .map(([text, of]): FactValue => ({ type: 'string', text, unit: of })),
  fc.integer({ min: 0, max: 30_000 }).map(
    (days): FactValue => ({
      type: 'string',
      text: new Date(days * 86_400_000).toISOString().slice(0, 10),
      unit: 'date',
    }),
  ),
  fc.constantFrom<FactValue>(
    { type: 'string', text: '2026-12-01T14:30Z', unit: 'date' },
    { type: 'string', text: '2026-12-01T09:05+02:00', unit: 'date' },
    { type: 'string', text: '2.0.0-rc.1', unit: 'version' },
    { type: 'string', text: '18:05', unit: 'time' },
  ),
  fc.boolean().map((boolean): FactValue => ({ type: 'boolean', boolean })),
  fc.array(said, { maxLength: 3 }).map((items): FactValue => ({ type: 'object', items })),
);
const stateTrigger = fc.tuple(fc.constantFrom(...StateOp.options), operand, operand).map(([op, value, value2]) => {
  const count = operandCount(op);
  return trigger({ kind: 'state', op, value: count > 0 ? value : null, value2: count > 1 ? value2 : null });
});
const changeTrigger = fc.oneof(
  fc.constantFrom('any', 'increases', 'decreases', 'added', 'removed').map((op) => trigger({ kind: 'change', op })),
  fc
    .tuple(fc.constantFrom('increases', 'decreases', 'changes_by'), fc.constantFrom('amount', 'percent'), positive)
    .map(([op, size, number]) => trigger({ kind: 'change', op, [size]: number })),
  fc.tuple(fc.constantFrom('added', 'removed'), said).map(([op, text]) => trigger({ kind: 'change', op, text })),
);

it('says different triggers in different words', () => {
  const context = fc.record({
    fact: fc.oneof(
      fc.string({ minLength: 1, maxLength: 60 }),
      fc.constantFrom(
        'price of X is below $5',
        'the price',
        'Preis',
        'availability',
        'availability of it',
        'availability of X',
      ),
    ),
    unit,
    language: fc.constantFrom('en', 'en-GB', 'de'),
  });
  const anyTrigger = fc.oneof(stateTrigger, changeTrigger);
  fc.assert(
    fc.property(context, anyTrigger, anyTrigger, (about, one, other) => {
      const alike = triggerSentence({ ...about, trigger: one }) === triggerSentence({ ...about, trigger: other });
      expect(alike ? other : one).toEqual(one);
    }),
    { numRuns: 2_000 },
  );
}, 30_000);
