import { DomainError } from '@/domain/errors';

export interface PreviewTurns {
  /**
   * Waits until fewer than so many previews of the person are under way; whoever gets a turn gives it back once.
   * Rejects with the signal's reason, and with `limited` when the wait is too long.
   */
  take(personId: string, signal?: AbortSignal): Promise<() => void>;
}

export interface TurnOptions {
  atOnce?: number;
  waitMs?: number;
}

interface Person {
  running: number;
  waiting: (() => void)[];
}

/** At most two previews of a person at once in this process, which has one browser; others wait, for a while. */
export function createPreviewTurns({ atOnce = 2, waitMs = 60_000 }: TurnOptions = {}): PreviewTurns {
  const people = new Map<string, Person>();
  const leave = (id: string, person: Person) => {
    const next = person.waiting.shift();
    // The turn is handed over as it is, so that nobody can slip in between.
    if (next) return next();
    person.running -= 1;
    if (person.running === 0) people.delete(id);
  };
  return {
    take: async (id, signal) => {
      signal?.throwIfAborted();
      const person = people.get(id) ?? { running: 0, waiting: [] };
      people.set(id, person);
      if (person.running < atOnce) person.running += 1;
      else await waitIn(person.waiting, waitMs, signal);
      let given = false;
      return () => {
        if (!given) leave(id, person);
        given = true;
      };
    },
  };
}

function waitIn(waiting: (() => void)[], waitMs: number, signal: AbortSignal | undefined): Promise<void> {
  const late = AbortSignal.timeout(waitMs);
  const ended = signal ? AbortSignal.any([late, signal]) : late;
  return new Promise((resolve, reject) => {
    const go = () => {
      ended.removeEventListener('abort', stop);
      resolve();
    };
    const stop = () => {
      waiting.splice(waiting.indexOf(go), 1);
      reject(signal?.aborted ? signal.reason : tooMany());
    };
    waiting.push(go);
    ended.addEventListener('abort', stop, { once: true });
  });
}

function tooMany(): DomainError {
  const message = 'Your other previews are still being loaded. Wait until one of them has ended, then preview again.';
  return new DomainError('limited', 'previews_busy', message);
}
