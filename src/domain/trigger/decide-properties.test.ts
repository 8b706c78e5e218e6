import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { below300, change, failure, list, read, run, state, text, usd, yes } from '@/test/decisions';
import type { FactValue } from '../value/value';

vi.setConfig({ testTimeout: 60_000 });

describe('properties', () => {
  const anyValue = fc.oneof(
    fc.integer({ min: -500, max: 500 }).map((number) => usd(String(number))),
    fc
      .integer({ min: 0, max: 50 })
      .map((number): FactValue => ({ type: 'number', number: String(number), unit: 'EUR' })),
    fc.string().map((said) => text(said)),
    fc.boolean().map(yes),
    fc.array(fc.string({ maxLength: 5 }), { maxLength: 4 }).map((items) => list(...items)),
  );
  const anyResult = fc.oneof(
    { weight: 4, arbitrary: anyValue.map(read) },
    fc.constant(read(null)),
    fc.constant(failure),
  );
  const anyTrigger = fc.constantFrom(
    below300,
    state('gte', usd('10')),
    state('between', usd('0'), usd('100')),
    state('contains', text('a')),
    state('exists'),
    state('absent'),
    state('is_true'),
    change('any'),
    change('increases', { percent: '5' }),
    change('decreases', { amount: '3' }),
    change('changes_by', { amount: '1' }),
    change('added'),
    change('removed', { text: 'a' }),
  );

  it('a state trigger never alerts twice without having been false in between', () => {
    fc.assert(
      fc.property(fc.array(anyResult, { maxLength: 30 }), anyTrigger, (results, trigger) => {
        if (trigger.kind !== 'state') return;
        let told = false;
        for (const { conditionMet, alert } of run(trigger, results)) {
          if (alert) expect(told).toBe(false);
          if (conditionMet === false) told = false;
          if (alert) told = true;
        }
      }),
    );
  });

  it('failures anywhere change neither the alerts nor the memory', () => {
    fc.assert(
      fc.property(fc.array(anyResult, { maxLength: 20 }), anyTrigger, (results, trigger) => {
        const calm = results.filter((result) => result.outcome !== 'unavailable');
        const all = run(trigger, results).filter((_, index) => results[index]?.outcome !== 'unavailable');
        expect(all).toEqual(run(trigger, calm));
      }),
    );
  });

  it('a repeated result alerts at most once, and every sentence begins with its decision', () => {
    fc.assert(
      fc.property(fc.array(anyResult, { maxLength: 10 }), anyResult, anyTrigger, (results, last, trigger) => {
        const decisions = run(trigger, [...results, last, last]);
        expect(decisions.at(-1)?.alert).toBe(false);
        for (const { alert, sentence } of decisions)
          expect(sentence).toMatch(alert ? /^Alert: .+\.$/s : /^No alert: .+\.$/s);
      }),
    );
  });
});
