import { describe, expect, it } from 'vitest';
import { decide } from './decide';
import type { Trigger } from './trigger';

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
