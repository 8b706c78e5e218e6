import Decimal from 'decimal.js';

interface Price {
  /** US dollars per million tokens. */
  input: string;
  output: string;
  cached: string;
  /** Prices above this many input tokens, where the provider has a second tier. */
  long?: { above: number; input: string; output: string; cached: string };
}

/** US dollars per million tokens in, out and read from the cache, as the providers' price pages said on 2026-11-01. */
const PRICES: Record<string, Price> = {
  'claude-haiku-5-5': {
    input: '0.10',
    output: '0.50',
    cached: '0.01',
    long: { above: 100_000, input: '0.50', output: '2.50', cached: '0.05' },
  },
  'claude-sonnet-5-5': { input: '2', output: '10', cached: '0.10' },
  'claude-opus-5-5': { input: '4', output: '20', cached: '0.20' },
  'gpt-6-luna': { input: '0.10', output: '0.50', cached: '0.01' },
  'gpt-6.1-terra': { input: '1', output: '5', cached: '0.05' },
  'gpt-6.1-sol': { input: '2', output: '10', cached: '0.10' },
};

export interface TokenCount {
  /** Tokens read in full, without those from the cache. */
  input: number;
  output: number;
  cached: number;
}

/**
 * What a call cost in US dollars, as a decimal with up to six places. A model that is not in the table (a local one)
 * costs "0": its usage is counted all the same.
 */
export function costUsd(model: string, tokens: TokenCount): string {
  const price = PRICES[model];
  if (!price) return '0';
  const tier = price.long && tokens.input + tokens.cached > price.long.above ? price.long : price;
  return new Decimal(tier.input)
    .times(tokens.input)
    .plus(new Decimal(tier.output).times(tokens.output))
    .plus(new Decimal(tier.cached).times(tokens.cached))
    .div(1_000_000)
    .toDecimalPlaces(6)
    .toFixed();
}
