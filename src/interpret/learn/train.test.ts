import { describe, expect, it } from 'vitest';
import { weigh } from '../choice';
import { conditionOptions } from '../condition-options';
import { lookAt } from '../sentence';
import { findSlots } from '../slots';
import type { LabelledSentence } from './labelled';
import { trainInterpretation } from './train';

const NOW = new Date('2026-11-22T12:00:00Z');
const THINGS = ['copper kettle', 'oak desk', 'wool blanket', 'paper lantern', 'steel ladder', 'garden bench'];
const COMMON = {
  language: 'en',
  real: true,
  unit: 'USD',
  value2: null,
  amount: null,
  percent: null,
  text: null,
  now: NOW,
};

/** What one writer says of each thing: a limit of its price, or any change of it. */
function written(group: string, prompts: { limit: string; change: string }): LabelledSentence[] {
  return THINGS.flatMap((thing, at) => {
    const price = { ...COMMON, group, factType: 'number', kind: 'price' } as const;
    const slots = { item: thing, property: 'price', exclude: [] };
    const value = String(30 + at);
    const limit = { ...price, id: `${group}-${at}-limit`, type: 'state', op: 'lt', value, slots } as const;
    const change = { ...price, id: `${group}-${at}-change`, type: 'change', op: 'any', value: null, slots } as const;
    return [
      { ...limit, prompt: prompts.limit.replace('#', thing).replace('%', value) },
      { ...change, prompt: prompts.change.replace('#', thing) },
    ];
  });
}

const LABELS = [
  ...written('ada', {
    limit: 'Tell me when the price of the # is below $%',
    change: 'Tell me when the price of the # changes',
  }),
  ...written('bob', {
    limit: 'Let me know when the price of the # drops below $%',
    change: 'Let me know when the price of the # changes',
  }),
  ...written('cyd', { limit: 'alert me if the # price is under $%', change: 'alert me if the # price changes' }),
];

describe('training', () => {
  const lines: string[] = [];
  const { model } = trainInterpretation(LABELS, (line) => void lines.push(line));
  const understood = (prompt: string) => {
    const sentence = lookAt(prompt, { now: NOW, timeZone: 'UTC' });
    const conditions = weigh(conditionOptions(sentence), model.condition).map(({ value }) => value);
    const [best] = conditions;
    if (!best) throw new Error('A sentence has no condition at all');
    const { item } = findSlots(sentence, best, model);
    return { item, offered: conditions.slice(0, 3).map(({ type, op }) => `${type} ${op}`) };
  };

  it.each([
    ['Tell me when the price of the marble table is below $80', 'state lt'],
    ['Let me know when the price of the marble table changes', 'change any'],
  ])('understands a thing that it never saw: %s', (prompt, condition) => {
    const { item, offered } = understood(prompt);
    expect(item).toBe('marble table');
    expect(offered).toContain(condition);
  });

  it('judges every sentence by models that did not learn from it, and says so', () => {
    expect(lines.at(-1)).toContain(`${LABELS.length} sentences judged`);
  });

  it('gives the same weights for the same sentences', () => {
    const again = trainInterpretation(LABELS, () => undefined);
    expect(again.model).toEqual(model);
  });
});
