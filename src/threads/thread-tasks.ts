import type { Understanding } from '@/ai/reader';
import { ReaderError } from '@/ai/reader-error';
import { type FirstReading, type Rules, rulesHere } from '@/ai/rules';
import type { Question, ReaderName, Reading, Recipe } from '@/domain/contract/reading';
import type { Failure } from '@/domain/outcome';
import type { Span } from '@/domain/snapshot';
import type { FactValue } from '@/domain/value/value';
import { type DrawnPage, parserHere } from '@/scrape/document/page-parser';
import type { LoadedDocument, SnapshotResult } from '@/scrape/document/static-snapshot';
import { type PackedSnapshot, packSnapshot, unpackSnapshot } from './packed-snapshot';

/** A question to a page, as it crosses to a thread. */
export interface Asked {
  question: Question;
  page: PackedSnapshot;
}

type Understood = { ok: true; understanding: Understanding } | { ok: false; message: string };
type Parsed = { ok: true; page: PackedSnapshot } | { ok: false; failure: Failure };

/** What threads can be asked to do. All that goes in and comes out can be cloned. */
export const threadTasks = {
  async interpret({ prompt, now }: { prompt: string; now: Date }): Promise<Understood> {
    try {
      return { ok: true, understanding: await rulesHere.interpret(prompt, now) };
    } catch (error) {
      if (error instanceof ReaderError && error.kind === 'not_understood') return { ok: false, message: error.message };
      throw error;
    }
  },
  contractFor: ({ prompt, value, now }: { prompt: string; value: FactValue; now: Date }) =>
    rulesHere.contractFor(prompt, value, now),
  read: ({ question, page, now }: Asked & { now: Date }): ReturnType<Rules['read']> =>
    rulesHere.read(question, unpackSnapshot(page), now),
  readByRecipe: ({ question, page, recipe }: Asked & { recipe: Recipe }): ReturnType<Rules['readByRecipe']> =>
    rulesHere.readByRecipe(question, unpackSnapshot(page), recipe),
  heal: ({ question, page, recipe }: Asked & { recipe: Recipe }): ReturnType<Rules['heal']> =>
    rulesHere.heal(question, unpackSnapshot(page), recipe),
  readAgain: ({ question, page, first }: Asked & { first: FirstReading }): ReturnType<Rules['readAgain']> =>
    rulesHere.readAgain(question, unpackSnapshot(page), first),
  judge: ({ reader, question, page, reading }: Asked & { reader: ReaderName; reading: Reading }) =>
    rulesHere.judge(reader, question, unpackSnapshot(page), reading),
  candidates: ({ question, page, now }: Asked & { now: Date }): ReturnType<Rules['candidates']> =>
    rulesHere.candidates(question, unpackSnapshot(page), now),
  readPointed: ({ question, page, span }: Asked & { span: Span }): ReturnType<Rules['readPointed']> =>
    rulesHere.readPointed(question, unpackSnapshot(page), span),
  passages: ({ question, page }: Asked) => rulesHere.passages(question, unpackSnapshot(page)),
  passagesForAll: ({ questions, page }: { questions: readonly Question[]; page: PackedSnapshot }) =>
    rulesHere.passagesForAll(questions, unpackSnapshot(page)),
  parseDocument: async (loaded: LoadedDocument): Promise<Parsed> => parsed(await parserHere.fromDocument(loaded)),
  parseDrawn: async (drawn: DrawnPage): Promise<Parsed> => parsed(await parserHere.fromDrawn(drawn)),
};

export type ThreadTasks = typeof threadTasks;

/** Asks a thread for one of the tasks; `runMs` is the task's own time. @throws ThreadError, see ThreadPool.run. */
export type CallThread = <Name extends keyof ThreadTasks>(
  task: Name,
  input: Parameters<ThreadTasks[Name]>[0],
  runMs: number,
  signal?: AbortSignal,
) => Promise<Awaited<ReturnType<ThreadTasks[Name]>>>;

function parsed(result: SnapshotResult): Parsed {
  return result.ok ? { ok: true, page: packSnapshot(result.snapshot) } : result;
}
