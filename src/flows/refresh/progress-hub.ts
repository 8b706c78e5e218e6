import type { Kysely } from 'kysely';
import { listEvaluationMarks } from '@/db/evaluations';
import type { DB } from '@/db/types';
import { ProgressTopic, type Subject } from './progress-topic';

const POLL_MS = 200;
/** A database that is busy for a moment ends no stream; one that is away ends them all with its error. */
const PATIENCE_MS = 10_000;

/**
 * What evaluations do, for all who follow any, with one question to the database for all of them: rows are looked at,
 * so that it works across processes and needs no connection of its own. Asks nothing while nobody follows.
 */
class ProgressHub {
  readonly #topics = new Map<string, ProgressTopic<unknown>>();
  #polling = false;
  #failingSince: number | null = null;

  constructor(readonly db: Kysely<DB>) {}

  /**
   * The subject whenever it has gone on, until it is over, gone, or the signal says so. Who is slow misses states in
   * between, never the last one.
   * @throws what the database throws for longer than ten seconds.
   */
  async *follow<State>(subject: Subject<State>, signal: AbortSignal): AsyncGenerator<State, void> {
    const topic = this.#join(subject);
    try {
      yield* topic.states(signal);
    } finally {
      topic.followers -= 1;
      if (topic.followers === 0) this.#topics.delete(subject.key);
    }
  }

  #join<State>(subject: Subject<State>): ProgressTopic<State> {
    const known = this.#topics.get(subject.key) as ProgressTopic<State> | undefined;
    const topic = known ?? new ProgressTopic(subject, this.db);
    topic.followers += 1;
    this.#topics.set(subject.key, topic as ProgressTopic<unknown>);
    if (!this.#polling) void this.#poll();
    return topic;
  }

  async #poll(): Promise<void> {
    this.#polling = true;
    while (this.#topics.size > 0) {
      await this.#look().then(
        () => {
          this.#failingSince = null;
        },
        (error: unknown) => this.#failed(error),
      );
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    this.#polling = false;
  }

  async #look(): Promise<void> {
    const topics = [...this.#topics.values()];
    const ids = [...new Set(topics.flatMap((topic) => topic.evaluationIds))];
    const marks = ids.length === 0 ? new Map<string, string>() : await listEvaluationMarks(this.db, ids);
    for (const topic of topics) await topic.notice(marks);
  }

  #failed(error: unknown): void {
    this.#failingSince ??= performance.now();
    if (performance.now() - this.#failingSince < PATIENCE_MS) return;
    for (const topic of this.#topics.values()) topic.fail(error);
  }
}

/** One a database and process: Next loads modules once per bundle. */
const shared = globalThis as typeof globalThis & { __monitorsProgress?: WeakMap<Kysely<DB>, ProgressHub> };

/** The hub of this process for this database. */
export function progressHub(db: Kysely<DB>): ProgressHub {
  shared.__monitorsProgress ??= new WeakMap();
  const hub = shared.__monitorsProgress.get(db) ?? new ProgressHub(db);
  shared.__monitorsProgress.set(db, hub);
  return hub;
}
