import Decimal from 'decimal.js';

/** US dollars per million tokens. */
export interface Price {
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

/** Of each rate the dearest in the table: what a model of unknown price is taken to cost. */
const DEAREST: Price = {
  input: dearest('input'),
  output: dearest('output'),
  cached: dearest('cached'),
};

/** US dollars for one web search that a model makes. */
const SEARCH_USD = '0.01';

/** A token of these models is rarely under two bytes of text, be it prose, prices or markup. */
const BYTES_A_TOKEN = 2;
/** What the answer's schema and the message around the texts come to. */
const FRAME_TOKENS = 1_000;

export interface TokenCount {
  /** Tokens read in full, without those from the cache. */
  input: number;
  output: number;
  cached: number;
  /** Web searches that the model made. */
  searches?: number;
}

/**
 * The price of a model: as the settings say (`own`), else as the table does. `known` is false where neither names it:
 * it then costs the dearest rates of the table, for a budget that cannot be overrun must never count too little.
 */
export function priceOf(model: string, own: Record<string, Price> = {}): Price & { known: boolean } {
  const price = own[model] ?? PRICES[model];
  return price ? { ...price, known: true } : { ...DEAREST, known: false };
}

/** What a call cost in US dollars, as a decimal with up to six places. */
export function costUsd(price: Price, tokens: TokenCount): string {
  const tier = price.long && tokens.input + tokens.cached > price.long.above ? price.long : price;
  return new Decimal(tier.input)
    .times(tokens.input)
    .plus(new Decimal(tier.output).times(tokens.output))
    .plus(new Decimal(tier.cached).times(tokens.cached))
    .div(1_000_000)
    .plus(new Decimal(SEARCH_USD).times(tokens.searches ?? 0))
    .toDecimalPlaces(6, Decimal.ROUND_UP)
    .toFixed();
}

/** Tokens that texts may come to: an estimate from above, nothing of them read from a cache. */
export function mostTokens(...texts: string[]): number {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return Math.ceil(bytes / BYTES_A_TOKEN) + FRAME_TOKENS;
}

function dearest(rate: 'input' | 'output' | 'cached'): string {
  const rates = Object.values(PRICES).flatMap((price) => [price[rate], price.long?.[rate] ?? '0']);
  return Decimal.max(...rates).toFixed();
}
