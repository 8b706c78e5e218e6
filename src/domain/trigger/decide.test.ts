import { describe, expect, it, vi } from 'vitest';
import { alerts, below300, change, failure, list, read, run, state, text, usd, yes } from '@/test/decisions';
import { FAILURES } from '../outcome';
import { ABSENCE } from '../value/readable-value';
import type { FactValue } from '../value/value';
import { decide, type TriggerState } from './decide';
import { outcomeWords } from './outcome-words';
import type { Trigger } from './trigger';

vi.setConfig({ testTimeout: 60_000 });

describe('state triggers', () => {
  it('alert on the edge only and re-arm when false: 283 and 290, no more', () => {
    const values = ['310', '283', '279', '305', '290'].map(usd);
    expect(alerts(below300, values)).toEqual([false, true, false, false, true]);
  });

  it('say why and why not', () => {
    const said = run(below300, ['312', '283', '279'].map(usd).map(read)).map((decision) => decision.sentence);
    expect(said).toEqual([
      'No alert: $312.00 is not below $300.00.',
      'Alert: $283.00 is below $300.00.',
      'No alert: $279.00 is below $300.00, and you were already told.',
    ]);
  });

  it('see 25, 34, 25 as two edges', () => {
    const trigger = state('lt', usd('30'));
    expect(alerts(trigger, ['25', '34', '25'].map(usd))).toEqual([true, false, true]);
  });

  it('leave out a condition that is true already when the person asks for the next time', () => {
    const values = ['283', '279', '305', '290'].map(usd);
    expect(alerts(below300, values, false)).toEqual([false, false, false, true]);
    const [first] = run(below300, [read(usd('283'))], false);
    expect(first?.sentence).toContain('as it was when the monitor was saved');
    expect(first?.conditionMet).toBe(true);
  });

  it.each<[string, Trigger, FactValue | null, boolean]>([
    ['lte at the limit', state('lte', usd('300')), usd('300'), true],
    ['lt at the limit', below300, usd('300.00'), false],
    ['gte at the limit', state('gte', usd('300')), usd('300'), true],
    ['gt above', state('gt', usd('0.1')), usd('0.30000000000000000001'), true],
    ['between includes its ends', state('between', usd('20'), usd('25')), usd('25'), true],
    ['between in either order', state('between', usd('25'), usd('20')), usd('22'), true],
    ['outside excludes its ends', state('outside', usd('20'), usd('25')), usd('20'), false],
    ['outside', state('outside', usd('20'), usd('25')), usd('19.99'), true],
    ['eq of texts ignores case and space', state('eq', text('Now Boarding')), text('now  boarding'), true],
    ['neq', state('neq', text('Delayed')), text('On time'), true],
    ['eq of a number typed as text', state('eq', text('5')), { type: 'number', number: '5', unit: null }, true],
    ['contains a word', state('contains', text('ok')), text('All is OK.'), true],
    ['contains no piece of a word', state('contains', text('ok')), text('a book of looks'), false],
    ['contains the beginning of a word', state('contains', text('engineer')), text('Two engineers'), true],
    ['contains in a list', state('contains', text('Rust')), list('Go developer', 'Senior Rust developer'), true],
    ['not_contains', state('not_contains', text('sold out')), text('Tickets: few left'), true],
    ['before', state('before', text('2026-12-01', 'date')), text('2026-11-30', 'date'), true],
    ['before on the day', state('before', text('2026-12-01', 'date')), text('2026-12-01T09:00', 'date'), false],
    ['after', state('after', text('2026-12-01', 'date')), text('2027-01-05', 'date'), true],
    ['a later release', state('gte', text('3.0.0', 'version')), text('3.0.0-rc.1', 'version'), false],
    ['exists', state('exists'), text('12 Dec'), true],
    ['exists with an empty list', state('exists'), list(), false],
    ['absent with a value', state('absent'), text('12 Dec'), false],
    ['absent', state('absent'), null, true],
    ['a limit on nothing', below300, null, false],
    ['is_true', state('is_true'), yes(true), true],
    ['is_false', state('is_false'), yes(false), true],
    [
      '°F against °C',
      state('lt', { type: 'number', number: '0', unit: '°C' }),
      { type: 'number', number: '31', unit: '°F' },
      true,
    ],
    [
      'min against h',
      state('gt', { type: 'number', number: '2', unit: 'h' }),
      { type: 'number', number: '121', unit: 'min' },
      true,
    ],
  ])('%s', (_, trigger, value, met) => {
    const [decision] = run(trigger, [read(value)]);
    expect(decision?.conditionMet).toBe(met);
    expect(decision?.alert).toBe(met);
  });

  it.each([
    ['another currency', below300, { type: 'number', number: '200', unit: 'EUR' } as FactValue],
    [
      'another dimension',
      state('lt', { type: 'number', number: '5', unit: '°C' }),
      { type: 'number', number: '3', unit: 'kg' } as FactValue,
    ],
    ['a text for a number', below300, text('call us')],
    ['a text for a yes or no', state('is_true'), text('maybe')],
    ['a number for words', state('contains', text('x')), usd('1')],
  ])('move nothing for %s', (_, trigger, value) => {
    const before: TriggerState = { armed: false, baseline: usd('1'), currentValue: usd('290') };
    const decision = decide({ trigger, state: before, result: read(value) });
    expect(decision).toMatchObject({ conditionMet: null, alert: false, next: before });
    expect(decision.sentence).toMatch(/cannot be compared with .*; nothing was changed\.$/);
  });

  it('understand a bare number in the unit of the limit', () => {
    const [decision] = run(below300, [read({ type: 'number', number: '283', unit: null })]);
    expect(decision?.sentence).toBe('Alert: $283.00 is below $300.00.');
  });

  it('re-arm when the thing is gone', () => {
    expect(alerts(below300, [usd('283'), null, usd('283')])).toEqual([true, false, true]);
  });

  it('tell of an absence once', () => {
    const decisions = run(state('absent'), [text('listed'), null, null].map(read));
    expect(decisions.map((decision) => decision.alert)).toEqual([false, true, false]);
    expect(decisions[2]?.sentence).toBe('No alert: it is not there, and you were already told.');
  });
});

describe('change triggers', () => {
  it('take the first reading as baseline and the value at the last alert after that', () => {
    const values = ['312', '312.00', '305', '305', '312'].map(usd);
    expect(alerts(change('any'), values)).toEqual([false, false, true, false, true]);
  });

  it('are not fooled by how a text is written', () => {
    const values = [text('Costs 1,299.00 now'), text('costs  1299 now.'), text('Costs 1,300 now')];
    expect(alerts(change('any'), values)).toEqual([false, false, true]);
  });

  it('measure the size from the baseline, not from the last value', () => {
    const values = ['100', '103', '104.99', '105', '106', '110.25'].map(usd);
    expect(alerts(change('increases', { percent: '5' }), values)).toEqual([false, false, false, true, false, true]);
  });

  it.each([
    ['decreases', {}, '299.99', true],
    ['decreases', {}, '300.01', false],
    ['decreases', { amount: '20' }, '280', true],
    ['decreases', { amount: '20' }, '280.01', false],
    ['increases', { percent: '10' }, '330', true],
    ['increases', { percent: '10' }, '329.99', false],
    ['changes_by', { percent: '10' }, '270', true],
    ['changes_by', { amount: '5' }, '304.99', false],
  ])('%s %j from 300 to %s', (op, size, to, alert) => {
    expect(alerts(change(op, size), [usd('300'), usd(to)])).toEqual([false, alert]);
  });

  it('take any change away from zero for larger than any percentage', () => {
    const [, second] = run(change('increases', { percent: '50' }), [usd('0'), usd('1')].map(read));
    expect(second?.alert).toBe(true);
    expect(second?.change).toEqual({ changeType: 'increase', amount: '1', percentage: null });
  });

  it('know more and less of dates, releases, and a yes', () => {
    expect(alerts(change('increases'), [text('1.9.0', 'version'), text('1.10.0', 'version')])).toEqual([false, true]);
    expect(alerts(change('decreases'), [text('2026-12-01', 'date'), text('2026-11-30', 'date')])).toEqual([
      false,
      true,
    ]);
    const week = change('increases', { amount: '7' });
    expect(alerts(week, [text('2026-12-01', 'date'), text('2026-12-07', 'date'), text('2026-12-08', 'date')])).toEqual([
      false,
      false,
      true,
    ]);
    expect(alerts(change('increases'), [yes(false), yes(true)])).toEqual([false, true]);
  });

  it('tell of disappearing and of coming back', () => {
    const decisions = run(change('any'), [usd('5'), null, null, usd('5')].map(read));
    expect(decisions.map((decision) => decision.alert)).toEqual([false, true, false, true]);
    expect(decisions[1]?.next.baseline).toEqual(ABSENCE);
    expect(decisions[1]?.change.changeType).toBe('removed');
    expect(decisions[3]?.sentence).toBe('Alert: $5.00 appeared, where there was none.');
  });

  it('start from proven absence', () => {
    expect(alerts(change('any'), [null, usd('5')])).toEqual([false, true]);
    expect(alerts(change('decreases'), [null, usd('5'), usd('4')])).toEqual([false, false, true]);
    expect(alerts(change('decreases'), [usd('5'), null, usd('4')])).toEqual([false, false, true]);
  });

  it('move nothing when the currency flips', () => {
    const [, second] = run(
      change('any'),
      [usd('300'), { type: 'number', number: '300', unit: 'EUR' } as FactValue].map(read),
    );
    expect(second).toMatchObject({
      alert: false,
      conditionMet: null,
      next: { baseline: usd('300'), currentValue: usd('300') },
    });
    expect(second?.sentence).toBe('No alert: €300.00 cannot be compared with $300.00; nothing was changed.');
  });
});

describe('lists', () => {
  it('ignore order, case and repetition', () => {
    expect(alerts(change('any'), [list('A', 'B'), list('b', 'a', 'a')])).toEqual([false, false]);
  });

  it('tell of new entries by name', () => {
    const decisions = run(change('added'), [list('A'), list('A', 'B'), list('A', 'B')].map(read));
    expect(decisions.map((decision) => decision.alert)).toEqual([false, true, false]);
    expect(decisions[1]?.sentence).toBe('Alert: new: B.');
    expect(decisions[2]?.sentence).toBe('No alert: no entry was added (2 entries now).');
  });

  it('narrow to entries that contain a word', () => {
    const rust = change('added', { text: 'Rust' });
    const lists = [list('Go dev'), list('Go dev', 'Trust officer'), list('Senior RUST dev', 'Go dev')];
    expect(alerts(rust, lists)).toEqual([false, false, true]);
  });

  it('stay silent about an entry that flickers, and tell anew of one that was gone at the last alert', () => {
    const flicker = [list('A', 'B'), list('A'), list('A', 'B')];
    expect(alerts(change('added'), flicker)).toEqual([false, false, false]);
    const gone = [list('A', 'B'), list('A', 'C'), list('A', 'B', 'C')];
    expect(alerts(change('added'), gone)).toEqual([false, true, true]);
  });

  it('miss an entry that came later', () => {
    expect(alerts(change('removed'), [list('A'), list('A', 'B'), list('A')])).toEqual([false, false, true]);
    expect(alerts(change('removed', { text: 'B' }), [list('A', 'B'), list('B'), list()])).toEqual([false, false, true]);
  });

  it('take absence for an empty list', () => {
    expect(alerts(change('added'), [null, list('A'), null, list('A')])).toEqual([false, true, false, false]);
    expect(alerts(change('removed'), [list('A'), null])).toEqual([false, true]);
  });
});

describe('failures', () => {
  it.each(FAILURES)('%s moves nothing and says so', (outcome) => {
    const before: TriggerState = { armed: true, baseline: usd('320'), currentValue: usd('312') };
    for (const trigger of [below300, change('any')]) {
      const decision = decide({ trigger, state: before, result: { outcome, message: 'x' } });
      expect(decision).toMatchObject({ alert: false, conditionMet: null, next: before });
      expect(decision.change.changeType).toBe('stable');
      const { phrase } = outcomeWords(outcome);
      expect(decision.sentence).toBe(`No alert: ${phrase}; the last value stays $312.00.`);
      // Words, not the code that programs get.
      expect(decision.sentence).not.toMatch(/_|\((?:unavailable|blocked|empty|unverified|internal)\)/);
    }
  });

  it('names what happened', () => {
    const [decision] = run(below300, [failure]);
    expect(decision?.sentence).toBe('No alert: the page could not be loaded; nothing was changed.');
  });
});

describe('words for availability', () => {
  it.each([
    ['is_true', true, 'Alert: it is available.'],
    ['is_true', false, 'No alert: it is not available.'],
    ['is_false', false, 'Alert: it is not available.'],
    ['is_false', true, 'No alert: it is available.'],
  ] as const)('%s over %s', (op, boolean, said) => {
    const trigger = { kind: 'state', op, value: null, value2: null } as const;
    const state = { armed: true, baseline: null, currentValue: null };
    const result = { outcome: 'value', value: { type: 'boolean', boolean } } as const;
    expect(decide({ trigger, state, result, property: 'availability' }).sentence).toBe(said);
  });
});

const below = (unit: string): Trigger => ({
  kind: 'state',
  op: 'lt',
  value: { type: 'number', number: '1500', unit },
  value2: null,
});

function met(prompt: string, trigger: Trigger, unit: string): boolean | null {
  const value = { type: 'number' as const, number: '1299', unit };
  const state = { armed: true, baseline: null, currentValue: null };
  return decide({ trigger, prompt, state, result: { outcome: 'value', value } }).conditionMet;
}

describe('a trigger whose currency the prompt leaves open', () => {
  it('is of the currency that the page shows under the same sign', () => {
    expect(met('Avísame cuando baje de $1,500', below('USD'), 'MXN')).toBe(true);
    expect(met('below 1500 kr', below('SEK'), 'DKK')).toBe(true);
  });

  it('stays incomparable where the prompt names another currency, or another sign', () => {
    expect(met('below US$1,500', below('USD'), 'MXN')).toBeNull();
    expect(met('below 1500 USD', below('USD'), 'CAD')).toBeNull();
    expect(met('below $1,500', below('USD'), 'EUR')).toBeNull();
  });
});
