import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Interpretation } from '@/domain/contract/interpretation';
import type { Reading } from '@/domain/contract/reading';
import { FactValue } from '@/domain/value/value';
import type { Understanding } from './reader';

/** Under which an answer is kept, and what it is sealed with. */
export interface AnswerKey {
  id: string;
  secret: Buffer;
}

/**
 * Both from the parts that decide an answer: reader, model, version of the instructions, question, passages. Whoever
 * has them can find and open the answer; whoever has only the store can do neither.
 */
export function answerKey(...parts: string[]): AnswerKey {
  return { id: hashOf('id', parts).toString('base64url'), secret: hashOf('secret', parts) };
}

function hashOf(use: string, parts: string[]): Buffer {
  const hash = createHash('sha256').update(use);
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest();
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Nonce, proof and ciphertext in one. */
export function seal({ secret }: AnswerKey, answer: Reading | Understanding): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, secret, nonce, { authTagLength: TAG_BYTES });
  const text = Buffer.concat([cipher.update(JSON.stringify(answer), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** Null where it was not sealed with this key, or what comes out is not such an answer. */
export function openSealed<Answer>({ secret }: AnswerKey, schema: z.ZodType<Answer>, sealed: Buffer): Answer | null {
  try {
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const cipher = createDecipheriv(CIPHER, secret, nonce, { authTagLength: TAG_BYTES });
    cipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const text = Buffer.concat([cipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), cipher.final()]);
    const parsed = schema.safeParse(JSON.parse(text.toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

const Refused = z.array(z.strictObject({ quote: z.string(), value: FactValue.nullable(), reason: z.string() }));
/** Of a model only: where a quote stands, code finds out. */
const Proposed = { quote: z.string(), span: z.null(), locator: z.null(), refused: Refused };

/** What a model read. */
export const KeptReading: z.ZodType<Reading> = z.discriminatedUnion('found', [
  z.strictObject({ found: z.literal('value'), value: FactValue, ...Proposed }),
  z.strictObject({ found: z.literal('absent'), ...Proposed }),
  z.strictObject({ found: z.literal('ambiguous'), candidates: Refused, refused: Refused }),
  z.strictObject({ found: z.literal('missing'), reason: z.string(), refused: Refused }),
]);

/** What a model understood of a sentence. */
export const KeptUnderstanding: z.ZodType<Understanding> = z.strictObject({
  interpretation: Interpretation,
  probability: z.number().min(0).max(1),
  isSure: z.boolean(),
  alternatives: z.array(Interpretation),
  note: z.string().nullable(),
});
