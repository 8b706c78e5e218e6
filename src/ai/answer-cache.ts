import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Reading } from '@/domain/contract/reading';
import type { Understanding } from './reader';

const ENTRIES = 500;
const TTL_MS = 60 * 60 * 1_000;

/**
 * Answers of models, keyed by all that decides them. Equal questions that arrive at the same time share one call:
 * many monitors on one page read it once. Failures are not kept.
 */
export class AnswerCache {
  readonly #kept = new LRUCache<string, Reading | Understanding>({ max: ENTRIES, ttl: TTL_MS });
  readonly #underWay = new Map<string, Promise<Reading | Understanding>>();

  async get<Answer extends Reading | Understanding>(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const known = this.#kept.get(key) ?? this.#underWay.get(key);
    if (known !== undefined) return known as Promise<Answer>;
    const asking = ask();
    this.#underWay.set(key, asking);
    try {
      const answer = await asking;
      this.#kept.set(key, answer);
      return answer;
    } finally {
      this.#underWay.delete(key);
    }
  }
}

/** A key from its parts: reader, model, version of the instructions, question, passages. */
export function cacheKey(...parts: string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest('base64url');
}
