import { describe, expect, it } from 'vitest';
import { interpretOffline } from './interpret';

const NOW = new Date('2026-11-22T12:00:00Z');
const opOf = (prompt: string) => interpretOffline(prompt, NOW).trigger.op;
const choicesOf = (prompt: string) => interpretOffline(prompt, NOW).clarification?.choices ?? [];

describe('two conditions in one sentence', () => {
  it.each([
    ['Tell me when the Lego set is under $50 or back in stock', ['lt', 'is_true']],
    ['Let me know when the X100VI drops below $1500 and is in stock', ['lt', 'is_true']],
    ['Alert me if my flight is delayed or cancelled', ['eq', 'eq']],
    ['Let me know when registration opens or the deadline changes', ['is_true', 'any']],
    ['Sag mir, wenn die PS5 unter 400 € kostet oder wieder lieferbar ist', ['lt', 'is_true']],
    ['Préviens-moi si le train est annulé ou si le vol est en retard', ['eq', 'eq']],
  ])('asks which of them is meant: %s', (prompt, ops) => {
    const choices = choicesOf(prompt);
    expect(choices.map((choice) => opOf(choice.prompt))).toEqual(ops);
    // The answer is a sentence without a question.
    expect(choices.flatMap((choice) => choicesOf(choice.prompt))).toEqual([]);
    expect(opOf(prompt)).toBe(ops[0]);
  });

  it('keeps the address in both answers, and what is watched', () => {
    const prompt = 'Let me know when the X100VI is in stock or below $1500 at https://shop.example/x';
    for (const choice of choicesOf(prompt)) {
      const { sources, item } = interpretOffline(choice.prompt, NOW);
      expect([sources, item]).toEqual([['https://shop.example/x'], 'X100VI']);
    }
    expect(choicesOf(prompt)).toHaveLength(2);
  });

  it.each([
    'Tell me when tickets for Simon and Garfunkel are available',
    'Tell me when the price of bread and butter falls below 3 dollars',
    'Tell me when it goes up or down by 5%',
    'Tell me when the temperature is below 10 or above 30 °C',
    'Let me know when day passes are 45 euros or cheaper',
    'Tell me when the page says "open or closed"',
    'Tell me when the jacket is available in size M or L',
  ])('asks nothing where there is one: %s', (prompt) => {
    expect(choicesOf(prompt)).toEqual([]);
  });
});
