import { LRUCache } from 'lru-cache';
import type { z } from 'zod';
import type { Reading } from '@/domain/contract/reading';
import { type AnswerKey, openSealed, seal } from './kept-answer';
import type { ReaderContext, Understanding } from './reader';

const ENTRIES = 500;
const TTL_MS = 60 * 60 * 1_000;

type Answer = Reading | Understanding;

/** Where answers outlive the process. None of it rejects: an answer that cannot be kept is asked for again. */
export interface AnswerStore {
  /** The sealed answer, or null where there is none or its time is over. */
  find(id: string, now: Date): Promise<Buffer | null>;
  /** `userId`: whose question it answers; it goes with their account. */
  keep(id: string, sealed: Buffer, userId: string | null, now: Date): Promise<void>;
  /** Counts a question that was answered without a call, or that needed one. */
  count(kind: 'known' | 'asked', now: Date): Promise<void>;
}

/**
 * Answers of models, keyed by all that decides them: in this process, and beyond it in the store. Equal questions that
 * arrive at the same time share one call. Failures are not kept.
 */
export class AnswerCache {
  readonly #kept = new LRUCache<string, Answer>({ max: ENTRIES, ttl: TTL_MS });
  readonly #underWay = new Map<string, Promise<Answer>>();
  readonly #store: AnswerStore | null;

  constructor(store: AnswerStore | null) {
    this.#store = store;
  }

  /** The known answer, else the one that `ask` brings. */
  async get<Wanted extends Answer>(
    key: AnswerKey,
    schema: z.ZodType<Wanted>,
    context: ReaderContext,
    ask: () => Promise<Wanted>,
  ): Promise<Wanted> {
    const underWay = this.#underWay.get(key.id);
    if (underWay !== undefined) {
      await this.#store?.count('known', context.now);
      return underWay as Promise<Wanted>;
    }
    const asking = this.find(key, schema, context).then(async (known) => {
      if (known !== null) return known;
      const answer = await ask();
      await this.keep(key, answer, context);
      return answer;
    });
    this.#underWay.set(key.id, asking);
    try {
      return await asking;
    } finally {
      this.#underWay.delete(key.id);
    }
  }

  /** The known answer, or null; counts which of both. */
  async find<Wanted extends Answer>(
    key: AnswerKey,
    schema: z.ZodType<Wanted>,
    { now }: ReaderContext,
  ): Promise<Wanted | null> {
    const known = (this.#kept.get(key.id) as Wanted | undefined) ?? (await this.#findStored(key, schema, now));
    await this.#store?.count(known === null ? 'asked' : 'known', now);
    return known;
  }

  async keep(key: AnswerKey, answer: Answer, { userId, now }: ReaderContext): Promise<void> {
    this.#kept.set(key.id, answer);
    await this.#store?.keep(key.id, seal(key, answer), userId, now);
  }

  async #findStored<Wanted extends Answer>(
    key: AnswerKey,
    schema: z.ZodType<Wanted>,
    now: Date,
  ): Promise<Wanted | null> {
    const sealed = (await this.#store?.find(key.id, now)) ?? null;
    const answer = sealed && openSealed(key, schema, sealed);
    if (answer) this.#kept.set(key.id, answer);
    return answer;
  }
}
