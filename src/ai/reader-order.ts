import { costUsd, type Price } from './prices';
import type { Reader } from './reader';

/** What models are asked for, as far as their order matters. */
export type AskedFor = 'interpret' | 'read';

/** A model as its provider calls it, and what it costs. */
export interface PricedModel {
  name: string;
  price: Price;
}

/** One model asked for one purpose. */
interface ModelUse {
  reader: 'claude' | 'openai';
  model: string;
  purpose: AskedFor;
}

/** How often its answers counted lately: both counts halve every `HALF_LIFE_MS`. */
export interface SuccessRecord extends ModelUse {
  tries: number;
  successes: number;
  /** When they had these values. */
  at: Date;
}

/** Where successes are kept. Neither rejects: without it, models are taken to be as good as they usually are. */
export interface SuccessBook {
  list(now: Date): Promise<SuccessRecord[]>;
  /** `counted`: the model answered, and code did not refuse what it read. */
  note(use: ModelUse, counted: boolean, now: Date): Promise<void>;
}

export const HALF_LIFE_MS = 30 * 60_000;

/** What a model is taken to have done before anything is known of it: so many tries, of which so many counted. */
const PRIOR = { tries: 5, successes: 4.5 };
/** Waiting for an answer is worth something too, or a free model that never answers would stay first. */
const WAIT_USD = 0.0002;
/** A typical call: the instructions, a page's passages or a sentence, and the answer. */
const TYPICAL = {
  read: { input: 4_500, output: 150, cached: 0 },
  interpret: { input: 800, output: 250, cached: 0 },
} as const;

/** A record as it is at `now`, its counts halved for every half-life that has gone by. */
export function faded<Counts extends Pick<SuccessRecord, 'tries' | 'successes' | 'at'>>(record: Counts, now: Date) {
  const left = 0.5 ** (Math.max(0, now.getTime() - record.at.getTime()) / HALF_LIFE_MS);
  return { tries: record.tries * left, successes: record.successes * left };
}

/** The share of answers that count, from 0 to 1: what was seen lately together with the prior. */
export function successRate(record: SuccessRecord | undefined, now: Date): number {
  const seen = record ? faded(record, now) : { tries: 0, successes: 0 };
  return (seen.successes + PRIOR.successes) / (seen.tries + PRIOR.tries);
}

/**
 * What an answer that counts may be expected to cost, in US dollars: (price of a typical call + what waiting for it is
 * worth) / the share of calls whose answer counts, for each of the others was paid in vain.
 */
export function expectedUsd(
  model: PricedModel,
  purpose: AskedFor,
  record: SuccessRecord | undefined,
  now: Date,
): number {
  return (Number(costUsd(model.price, TYPICAL[purpose])) + WAIT_USD) / successRate(record, now);
}

/** What of a reader decides when it is asked. */
interface Orderable {
  name: Reader['name'];
  /** What it asks; null for code. */
  model: PricedModel | null;
  mayBeTried(): boolean;
}

/**
 * The order in which readers are asked: our own, for it is free and says how sure it is; then models, by what an answer
 * that counts may be expected to cost; equals as they are set up. One whose circuit is open goes last for a minute.
 */
export function inOrderOfCost<Ordered extends Orderable>(
  readers: readonly Ordered[],
  purpose: AskedFor,
  records: readonly SuccessRecord[],
  now: Date,
): Ordered[] {
  const rated = readers.map((reader) => {
    const { name, model } = reader;
    if (name === 'offline' || model === null) return { reader, group: 0, usd: 0 };
    const known = records.find((one) => one.reader === name && one.model === model.name && one.purpose === purpose);
    return { reader, group: reader.mayBeTried() ? 1 : 2, usd: expectedUsd(model, purpose, known, now) };
  });
  // Sorting keeps the order of equals.
  return rated.sort((a, b) => a.group - b.group || a.usd - b.usd).map(({ reader }) => reader);
}

/** A book for programs that have no database, and for tests. */
export function createMemoryBook(): SuccessBook {
  const records = new Map<string, SuccessRecord>();
  return {
    list: async () => [...records.values()],
    note: async (use, counted, now) => {
      const key = JSON.stringify([use.reader, use.model, use.purpose]);
      const before = records.get(key);
      const seen = before ? faded(before, now) : { tries: 0, successes: 0 };
      const successes = seen.successes + (counted ? 1 : 0);
      records.set(key, { ...use, tries: seen.tries + 1, successes, at: now });
    },
  };
}
