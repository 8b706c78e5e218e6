import { ReaderError } from '@/ai/reader-error';
import type { Rules } from '@/ai/rules';
import type { Question } from '@/domain/contract/reading';
import type { Snapshot } from '@/domain/snapshot';
import { packSnapshot } from './packed-snapshot';
import { ThreadError } from './thread-pool';
import type { Asked, CallThread } from './thread-tasks';

/**
 * A sentence takes milliseconds; the first one of its language 0.3 s, while V8 compiles its patterns, and that six
 * times as long on cores that others load.
 */
const INTERPRET_MS = 3_000;
/** The largest page that we keep (60,000 elements) is read and verified in less than half of it. */
const READ_MS = 6_000;

const NOT_IN_TIME =
  'This sentence took too long to understand. Say it in fewer and simpler words, for example: "Tell me when the ' +
  'price of … falls below …".';

/** The rules, carried out in threads. What a thread could not answer is a ReaderError. */
export function threadedRules(call: CallThread): Rules {
  const asked = (question: Question, snapshot: Snapshot): Asked => ({ question, page: packSnapshot(snapshot) });
  return {
    interpret: async (prompt, now, signal) => {
      const understood = await call('interpret', { prompt, now }, INTERPRET_MS, signal).catch(
        asReaderError('interpret'),
      );
      if (understood.ok) return understood.understanding;
      throw new ReaderError('not_understood', understood.message);
    },
    read: (question, snapshot, now, signal) =>
      call('read', { ...asked(question, snapshot), now }, READ_MS, signal).catch(asReaderError('read')),
    readByRecipe: (question, snapshot, recipe, signal) =>
      call('readByRecipe', { ...asked(question, snapshot), recipe }, READ_MS, signal).catch(asReaderError('read')),
    heal: (question, snapshot, recipe, signal) =>
      call('heal', { ...asked(question, snapshot), recipe }, READ_MS, signal).catch(asReaderError('read')),
    readAgain: (question, snapshot, first, signal) =>
      call('readAgain', { ...asked(question, snapshot), first }, READ_MS, signal).catch(asReaderError('read')),
    judge: (reader, question, snapshot, reading, signal) =>
      call('judge', { ...asked(question, snapshot), reader, reading }, READ_MS, signal).catch(asReaderError('read')),
    candidates: (question, snapshot, now, signal) =>
      call('candidates', { ...asked(question, snapshot), now }, READ_MS, signal).catch(asReaderError('read')),
    readPointed: (question, snapshot, span, signal) =>
      call('readPointed', { ...asked(question, snapshot), span }, READ_MS, signal).catch(asReaderError('read')),
    passages: (question, snapshot, signal) =>
      call('passages', asked(question, snapshot), READ_MS, signal).catch(asReaderError('read')),
  };
}

/** That a sentence took all its time is the sentence's: the person can say it differently. The rest is ours. */
function asReaderError(what: 'interpret' | 'read') {
  return (error: unknown): never => {
    if (!(error instanceof ThreadError)) throw error;
    if (what === 'interpret' && (error.end === 'deadline' || error.end === 'memory')) {
      throw new ReaderError('not_understood', NOT_IN_TIME, { cause: error });
    }
    const kind = error.end === 'crashed' || error.end === 'closed' ? 'failed' : 'timeout';
    throw new ReaderError(kind, `Reading by rules was ended (${error.end}).`, { cause: error });
  };
}
