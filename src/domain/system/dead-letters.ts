import { z } from 'zod';

/** What waits to be carried out, and can be given up: jobs of evaluations, emails, exports. */
export const LetterQueue = z.enum(['evaluations', 'emails', 'exports']);
export type LetterQueue = z.infer<typeof LetterQueue>;

export const LetterKey = z.strictObject({ queue: LetterQueue, id: z.uuid('This is not the id of an entry.') });
export type LetterKey = z.infer<typeof LetterKey>;

/** Something that was given up after all its tries. */
export const DeadLetter = LetterKey.extend({
  /** When it was tried last. */
  at: z.date(),
  tries: z.number().int(),
  /** Why, by the words of whoever failed, without what they quote. */
  reason: z.string(),
  /** Null where its account or its evaluation is gone. */
  personId: z.uuid().nullable(),
  email: z.string().nullable(),
  monitorId: z.uuid().nullable(),
  /** False where there is nothing left to do: the evaluation has ended, or a newer export is being made. */
  canRetry: z.boolean(),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

/** How much of a queue waits, is under way, and was given up. */
export const QueueDepth = z.strictObject({
  /** Of pg-boss by its own name, or `emails` or `exports`. */
  queue: z.string(),
  /** Due, and nobody has it. */
  waiting: z.number().int(),
  /** Wanted at a later time. */
  later: z.number().int(),
  underWay: z.number().int(),
  /** Since when the oldest of what waits has been due. */
  oldestAt: z.date().nullable(),
  givenUp: z.number().int(),
});
export type QueueDepth = z.infer<typeof QueueDepth>;

const MOST_CHARACTERS = 200;
/** What databases and services quote in their errors may be somebody's: a value, an address. */
const QUOTED = /"[^"]*"|'[^']*'|“[^“”]*”|`[^`]*`/g;
const ADDRESS = /[^\s@<>()]{1,64}@[^\s@<>()]{1,255}/g;
const LINK = /https?:\/\/\S+/g;

/** One line of what an error says, without what it quotes. `thrown`: a text, or an error as the queue keeps it. */
export function reasonOf(thrown: unknown): string {
  const { message, value } = Object(thrown) as { message?: unknown; value?: unknown };
  const said = [thrown, message, value, Object(value).message].find((one) => typeof one === 'string') ?? '';
  const line = String(said).replace(LINK, '…').replace(QUOTED, '…').replace(ADDRESS, '…').replace(/\s+/g, ' ').trim();
  if (line === '') return 'No reason was kept.';
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS - 1)}…` : line;
}
