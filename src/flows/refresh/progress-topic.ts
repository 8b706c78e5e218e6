import type { Kysely } from 'kysely';
import type { DB } from '@/db/types';

/** Something that goes on while evaluations do: one of them, or a refresh of many. */
export interface Subject<State> {
  /** The same for all who follow the same. */
  key: string;
  /** Null when it is gone. */
  read(db: Kysely<DB>): Promise<State | null>;
  /** The evaluations whose rows tell that it has gone on. */
  evaluationIds(state: State): readonly string[];
  /** Two states that are told apart differ in this. */
  fingerprint(state: State): string;
  isOver(state: State): boolean;
}

/** A subject with those who follow it: read once for all of them, when a row of its evaluations has changed. */
export class ProgressTopic<State> {
  followers = 0;
  evaluationIds: readonly string[] = [];
  #state: State | null = null;
  /** What was seen of its rows when it was read last; null before the first look. */
  #seen: string | null = null;
  #failure: { error: unknown } | null = null;
  #next = Promise.withResolvers<void>();
  readonly #ready: Promise<void>;

  constructor(
    readonly subject: Subject<State>,
    readonly db: Kysely<DB>,
  ) {
    this.#ready = this.#read();
    // Each follower awaits it; one who has left meanwhile must not make it unhandled.
    this.#ready.catch(() => undefined);
  }

  async *states(signal: AbortSignal): AsyncGenerator<State, void> {
    await this.#ready;
    let told: string | null = null;
    while (!signal.aborted) {
      const next = this.#next.promise;
      if (this.#failure) throw this.#failure.error;
      const state = this.#state;
      if (state === null) return;
      const fingerprint = this.subject.fingerprint(state);
      if (fingerprint !== told) yield state;
      told = fingerprint;
      if (this.subject.isOver(state)) return;
      await orAborted(next, signal);
    }
  }

  /** Reads the subject again where its rows, as `marks` has them by id, are others than before. */
  async notice(marks: ReadonlyMap<string, string>): Promise<void> {
    await this.#ready.catch(() => undefined);
    const seen = this.evaluationIds.map((id) => marks.get(id) ?? 'gone').join();
    if (seen === this.#seen) return;
    await this.#read();
    this.#seen = seen;
    this.#tell();
  }

  fail(error: unknown): void {
    this.#failure = { error };
    this.#tell();
  }

  async #read(): Promise<void> {
    this.#state = await this.subject.read(this.db);
    this.evaluationIds = this.#state === null ? [] : this.subject.evaluationIds(this.#state);
  }

  #tell(): void {
    const { resolve } = this.#next;
    this.#next = Promise.withResolvers();
    resolve();
  }
}

async function orAborted(next: Promise<void>, signal: AbortSignal): Promise<void> {
  const aborted = Promise.withResolvers<void>();
  const resolve = () => aborted.resolve();
  signal.addEventListener('abort', resolve);
  if (!signal.aborted) await Promise.race([next, aborted.promise]);
  signal.removeEventListener('abort', resolve);
}
