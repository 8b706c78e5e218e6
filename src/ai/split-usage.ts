import Decimal from 'decimal.js';
import type { ReaderUsage } from '@/domain/contract/reading';

const MICRO = 1_000_000;

/**
 * What each of `many` is charged of one call: equal shares in millionths of a dollar and in tokens, the first ones one
 * more where it does not come out even. Their sums are exactly what the call came to.
 */
export function splitUsage(usage: ReaderUsage, many: number): ReaderUsage[] {
  const micros = shares(new Decimal(usage.costUsd).times(MICRO).toNumber(), many);
  const input = shares(usage.inputTokens, many);
  const output = shares(usage.outputTokens, many);
  const cached = shares(usage.cachedTokens, many);
  return micros.map((micro, index) => ({
    ...usage,
    costUsd: new Decimal(micro).div(MICRO).toFixed(),
    inputTokens: input[index] ?? 0,
    outputTokens: output[index] ?? 0,
    cachedTokens: cached[index] ?? 0,
  }));
}

function shares(whole: number, many: number): number[] {
  const least = Math.floor(whole / many);
  return Array.from({ length: many }, (_, index) => least + (index < whole - least * many ? 1 : 0));
}
