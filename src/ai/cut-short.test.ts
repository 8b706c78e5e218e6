import { describe, expect, it } from 'vitest';
import type { Question, Recipe } from '@/domain/contract/reading';
import { decide } from '@/domain/trigger/decide';
import type { Trigger } from '@/domain/trigger/trigger';
import { snapshotOf } from '@/test/snapshot-of';
import { createMemoryLedger, createReaders } from './create-readers';
import { rulesHere } from './rules';

const NOW = new Date('2026-11-22T12:00:00Z');
const SAID = 'The page was only read up to its first 2,000,000 characters';
const readers = createReaders(
  {
    order: ['offline'],
    claude: null,
    openai: null,
    limits: { monthlyUsd: '0', personDailyUsd: '0' },
    callMs: 1_000,
  },
  createMemoryLedger(),
  rulesHere,
);

const JOBS: Question = {
  prompt: 'Tell me when a nurse job is removed',
  fact: 'entries of jobs',
  item: null,
  property: 'jobs',
  factType: 'object',
  unit: null,
  language: 'en',
};
const PRICE: Question = {
  ...JOBS,
  prompt: 'Tell me when the Orsa lamp costs less than $50',
  fact: 'price of the Orsa lamp',
  item: 'Orsa lamp',
  property: 'price',
  factType: 'number',
  unit: 'USD',
};

async function readCut(question: Question, html: string, isCut = true, recipe: Recipe | null = null) {
  const snapshot = await snapshotOf(html);
  const page = isCut ? { ...snapshot, cut: { of: 'text' as const, readTo: 2_000_000 } } : snapshot;
  return readers.read(question, page, recipe, { userId: null, monitorId: null, evaluationId: null, now: NOW });
}

const trigger: Trigger = { kind: 'change', op: 'removed', amount: null, percent: null, text: null };
const job = (at: number): string => `<li><a href="/${at}">Ward nurse in hall ${at}</a></li>`;
const jobs = (count: number): string =>
  `<h1>Jobs</h1><ul class="openings">${Array.from({ length: count }, (_, at) => job(at)).join('')}</ul>`;

describe('a page that was not read to its end', () => {
  it('gives a value that stands on it, and says so in the decision', async () => {
    const result = await readCut(PRICE, '<h1>Orsa lamp</h1><p>Price: <b>$64.50</b></p><p>In stock</p>');
    expect(result).toMatchObject({ outcome: 'value', value: { number: '64.5' } });
    const below: Trigger = {
      kind: 'state',
      op: 'lt',
      value: { type: 'number', number: '50', unit: 'USD' },
      value2: null,
    };
    const state = { armed: true, baseline: null, currentValue: null };
    const { sentence, next } = decide({ trigger: below, state, result });
    expect(sentence).toMatch(/^No alert: \$64\.50 is not below \$50\.00\. The page was only read up to/);
    expect(next.currentValue).toMatchObject({ number: '64.5' });
  });

  it('never proves that the fact is not there', async () => {
    const gone = await readCut(PRICE, '<h1>Birch chair</h1><p>Price: <b>$64.50</b></p><p>In stock</p>');
    expect(gone).toMatchObject({ outcome: 'fact_missing', message: expect.stringContaining(SAID) });
    const none = '<h1>Jobs</h1><p>There are no open positions at the moment.</p>';
    expect((await readCut(JOBS, none, false)).outcome).toBe('absent');
    const unproven = await readCut(JOBS, none);
    expect(unproven).toMatchObject({ outcome: 'fact_missing', message: expect.stringContaining(SAID) });
    const state = { armed: true, baseline: null, currentValue: null };
    expect(decide({ trigger, state, result: unproven }).sentence).toBe(
      `No alert: the part of the page that was read does not show it; nothing was changed. ` +
        `${SAID}: it is longer than what we read.`,
    );
  });

  it('tells of no entry that it was removed', async () => {
    const page = await snapshotOf(jobs(12));
    const start = page.text.indexOf('Ward nurse in hall 0');
    const before = await rulesHere.readPointed(JOBS, page, { start, end: start + 20 });
    if (before.outcome !== 'value' || before.recipe === null) throw new Error(before.outcome);
    const state = { armed: true, baseline: before.value, currentValue: before.value };
    const cut = decide({ trigger, state, result: await readCut(JOBS, jobs(7), true, before.recipe) });
    expect(cut).toMatchObject({ alert: false, next: state });
    const whole = decide({ trigger, state, result: await readCut(JOBS, jobs(7), false, before.recipe) });
    expect(whole.alert).toBe(true);
  });

  it('tells of new entries of a list of more than 500, and of none that was pushed behind them', async () => {
    const page = await snapshotOf(jobs(510));
    const start = page.text.indexOf('Ward nurse in hall 0');
    const before = await rulesHere.readPointed(JOBS, page, { start, end: start + 20 });
    if (before.outcome !== 'value' || before.recipe === null) throw new Error(before.outcome);
    const added = '<ul class="openings"><li><a href="/new">Night porter in the annex</a></li>';
    const later = await snapshotOf(jobs(510).replace('<ul class="openings">', added));
    const result = await rulesHere.readByRecipe(JOBS, later, before.recipe);
    if (result === null) throw new Error('lost');
    expect(result).toMatchObject({ outcome: 'value', cut: { of: 'entries', readTo: 500 } });
    const state = { armed: true, baseline: before.value, currentValue: before.value };
    expect(decide({ trigger, state, result })).toMatchObject({ alert: false, next: state });
    const gained = decide({ trigger: { ...trigger, op: 'added' }, state, result });
    expect(gained.sentence).toMatch(/^Alert: new: .*Night porter.* Only the first 500 entries were compared/);
  });

  it('decides nothing by words that the part does not say', () => {
    const state = { armed: true, baseline: null, currentValue: null };
    const value = { type: 'string' as const, text: 'Welcome', unit: null };
    const cut = { of: 'text' as const, readTo: 2_000_000 };
    for (const op of ['contains', 'not_contains'] as const) {
      const says = (text: string): Trigger => ({ kind: 'state', op, value: { ...value, text }, value2: null });
      const missing = decide({ trigger: says('sold out'), state, result: { outcome: 'value', value, cut } });
      expect(missing).toMatchObject({ conditionMet: null, alert: false, next: state });
      const there = decide({ trigger: says('welcome'), state, result: { outcome: 'value', value, cut } });
      expect(there.conditionMet).toBe(op === 'contains');
    }
  });
});
