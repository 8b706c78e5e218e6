import Decimal from 'decimal.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReaderUsage } from '@/domain/contract/reading';
import { splitUsage } from './split-usage';

const sum = (parts: ReaderUsage[], of: (part: ReaderUsage) => string | number) =>
  parts.reduce((total, part) => total.plus(of(part)), new Decimal(0)).toFixed();

it('shares of a call come to exactly what it cost, and none differs from another by more than the least unit', () => {
  const cost = fc.integer({ min: 0, max: 2_000_000_000 });
  const tokens = fc.nat(1_000_000);
  fc.assert(
    fc.property(
      cost,
      tokens,
      tokens,
      tokens,
      fc.integer({ min: 1, max: 10 }),
      (micros, input, output, cached, many) => {
        const costUsd = new Decimal(micros).div(1_000_000).toFixed();
        const call: ReaderUsage = {
          ...{ reader: 'claude', model: 'claude-haiku-5-5', purpose: 'read', latencyMs: 5, outcome: 'ok' },
          ...{ costUsd, inputTokens: input, outputTokens: output, cachedTokens: cached },
        };
        const parts = splitUsage(call, many);
        expect(parts).toHaveLength(many);
        expect(sum(parts, (part) => part.costUsd)).toBe(costUsd);
        expect(sum(parts, (part) => part.inputTokens)).toBe(String(input));
        expect(sum(parts, (part) => part.outputTokens)).toBe(String(output));
        expect(sum(parts, (part) => part.cachedTokens)).toBe(String(cached));
        const costs = parts.map((part) => new Decimal(part.costUsd));
        expect(
          Decimal.max(...costs)
            .minus(Decimal.min(...costs))
            .toNumber(),
        ).toBeLessThanOrEqual(0.000001);
      },
    ),
  );
});
