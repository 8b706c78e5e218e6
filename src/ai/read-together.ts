import type { Reading } from '@/domain/contract/reading';
import type { AskAll, AskedTogether, ReaderContext, Readers, Seat } from './reader';
import { ReaderError } from './reader-error';

/** One evaluation's readers among others that read the same page. */
export interface SharedReaders extends Readers {
  /** It will ask no more: nobody waits for its question. */
  leave(): void;
}

/** Longest that a question waits for those of others: a page that they read slowly must not hold it up. */
const MOST_WAIT_MS = 3_000;

/**
 * Readers for so many evaluations that read one source at the same time. What several of them have to ask a model is
 * asked in one request; everything else each does for itself.
 */
export function readTogether(readers: Readers, many: number): SharedReaders[] {
  const meeting = new Meeting(many);
  return Array.from({ length: many }, (_, member) => {
    const seat: Seat = { ask: (reader, asked, askAll) => meeting.ask(member, reader, asked, askAll) };
    const seated = (context: ReaderContext): ReaderContext => ({ ...context, seat });
    return {
      ...readers,
      read: (question, snapshot, recipe, context) =>
        meeting.while(member, () => readers.read(question, snapshot, recipe, seated(context))),
      readIndependently: (question, snapshot, first, context) =>
        meeting.while(member, () => readers.readIndependently(question, snapshot, first, seated(context))),
      leave: () => meeting.leave(member),
    };
  });
}

/** Questions that wait to be asked together. */
interface Table {
  reader: string;
  askAll: AskAll;
  waiting: Waiting[];
  timer: NodeJS.Timeout;
}

interface Waiting {
  member: number;
  asked: AskedTogether;
  resolve(reading: Reading | null): void;
  reject(error: unknown): void;
}

/** Knows who may still come with a question. */
class Meeting {
  /** Those who read, or have not begun to. Who waits at a table is not among them. */
  readonly #busy: Set<number>;
  readonly #tables = new Set<Table>();

  constructor(many: number) {
    this.#busy = new Set(Array.from({ length: many }, (_, member) => member));
  }

  async while<Result>(member: number, read: () => Promise<Result>): Promise<Result> {
    this.#busy.add(member);
    try {
      return await read();
    } finally {
      this.leave(member);
    }
  }

  leave(member: number): void {
    this.#busy.delete(member);
    this.#beginWhenAllAreHere();
  }

  ask(member: number, reader: string, asked: AskedTogether, askAll: AskAll): Promise<Reading | null> {
    const { signal } = asked.context;
    return new Promise<Reading | null>((resolve, reject) => {
      if (signal?.aborted) return reject(noLonger());
      const table = this.#tableFor(reader, asked, askAll);
      const waiting: Waiting = { member, asked, resolve, reject };
      table.waiting.push(waiting);
      // Whoever has to stop holds up nobody; the request goes on while one of the others waits for it.
      signal?.addEventListener('abort', () => {
        table.waiting = table.waiting.filter((one) => one !== waiting);
        reject(noLonger());
        this.#beginWhenAllAreHere();
      });
      this.#busy.delete(member);
      this.#beginWhenAllAreHere();
    });
  }

  /**
   * Together are only questions of one person on one page as it was loaded once: nobody's words stand in a request that
   * answers somebody else.
   */
  #tableFor(reader: string, { snapshot, context }: AskedTogether, askAll: AskAll): Table {
    for (const table of this.#tables) {
      const first = table.waiting[0]?.asked;
      if (table.reader !== reader || first?.snapshot !== snapshot) continue;
      if (first.context.userId === context.userId) return table;
    }
    const table: Table = { reader, askAll, waiting: [], timer: setTimeout(() => this.#begin(table), MOST_WAIT_MS) };
    this.#tables.add(table);
    return table;
  }

  #beginWhenAllAreHere(): void {
    if (this.#busy.size > 0) return;
    for (const table of [...this.#tables]) this.#begin(table);
  }

  #begin(table: Table): void {
    clearTimeout(table.timer);
    if (!this.#tables.delete(table)) return;
    const { waiting } = table;
    // With their answer they may come with the next question, to another reader.
    for (const { member } of waiting) this.#busy.add(member);
    if (waiting.length <= 1) {
      for (const one of waiting) one.resolve(null);
      return;
    }
    const stop = new AbortController();
    const goOnForSomebody = () => {
      if (waiting.every(({ asked }) => asked.context.signal?.aborted)) stop.abort();
    };
    for (const { asked } of waiting) asked.context.signal?.addEventListener('abort', goOnForSomebody);
    const asked = waiting.map((one) => one.asked);
    table.askAll(asked, stop.signal).then(
      (readings) => {
        for (const [index, one] of waiting.entries()) one.resolve(readings[index] ?? null);
      },
      (error) => {
        for (const one of waiting) one.reject(error);
      },
    );
  }
}

const noLonger = () => new ReaderError('timeout', 'Nobody waits for this answer any more.');
