import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Question, ReaderUsage, Reading } from '@/domain/contract/reading';
import type { Snapshot } from '@/domain/snapshot';
import type { ReaderCall } from '../reader';
import { ReadAnswer } from './answers';
import { askModel, type Model } from './ask-model';
import { askedData, pageData, READ_MANY_INSTRUCTIONS } from './instructions';
import { readingOf } from './model-reading';
import { outputTokensFor } from './output-tokens';

const ReadManyAnswer = z.object({ answers: z.array(ReadAnswer.extend({ question: z.string() })) });
/** Read one by one: a bad answer spoils only its own. */
const Answers = z.object({ answers: z.array(z.unknown()) });

/**
 * Several questions of one page in one request. Each has an id that nobody can know who wrote the page, so that no text
 * of it can speak for another question; what is answered twice, or not at all, or badly, is null.
 * @throws ReaderError where the request failed as a whole.
 */
export async function askMany(
  model: Model,
  questions: readonly Question[],
  snapshot: Snapshot,
  call: ReaderCall | undefined,
): Promise<(Reading | null)[]> {
  const ids = new Map<string, string>();
  const idOf = (question: Question): string => {
    const data = askedData(question);
    const id = ids.get(data) ?? randomBytes(6).toString('hex');
    ids.set(data, id);
    return id;
  };
  const asked = questions.map((question) => ({ question, id: idOf(question) }));
  const distinct = [...new Map(asked.map((one) => [one.id, one])).values()];
  const lines = distinct.map(({ id, question }) => `<question id="${id}">${askedData(question)}</question>`);
  const request = {
    instructions: READ_MANY_INSTRUCTIONS,
    data: [...lines, pageData(snapshot, call?.passages ?? snapshot.text)].join('\n'),
    schema: ReadManyAnswer,
    schemaName: 'readings',
    maxOutputTokens: outputTokensFor(distinct.map(({ question }) => question)),
  };
  const read = (json: unknown) => {
    const answers = answersById(json);
    return answers && asked.map(({ id, question }) => readingOf(answers.get(id), question, snapshot));
  };
  const outcomes = (readings: (Reading | null)[]) =>
    readings.map((one): ReaderUsage['outcome'] => (one === null ? 'malformed' : 'ok'));
  return askModel(model, { purpose: 'read', request, read, outcomes }, call);
}

function answersById(json: unknown): Map<string, unknown> | null {
  const parsed = Answers.safeParse(json);
  if (!parsed.success) return null;
  const answers = new Map<string, unknown>();
  for (const answer of parsed.data.answers) {
    const id = z.object({ question: z.string() }).safeParse(answer).data?.question;
    if (id !== undefined) answers.set(id, answers.has(id) ? null : answer);
  }
  return answers;
}
