import type { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { z } from 'zod';
import { dataHeaders } from '@/auth/security-headers';
import type { PointCandidate } from '@/domain/contract/pointing';
import { Box } from '@/domain/snapshot';
import { isHttps } from '@/env';
import { currentRequestId } from '@/ops/trail';
import { describeError, isDomainError, UNEXPECTED_MESSAGE } from '../error-map';
import { PlainValue, plainValue } from './view';

/** A value on the page that could be meant; `number` is what `candidate` takes. */
export const RestCandidate = z.strictObject({
  number: z.int(),
  value: PlainValue,
  quote: z.string().meta({ description: 'Literally what stands on the page' }),
  label: z.string().nullable().meta({ description: 'What names it there' }),
  box: Box.nullable().meta({ description: 'In CSS pixels from the top left of the page' }),
  probability: z.number().nullable().meta({ description: 'That it is the one; null where nobody can tell' }),
});

export function restCandidate({ value, span: _, ...candidate }: PointCandidate): z.infer<typeof RestCandidate> {
  return { ...candidate, value: plainValue(value) };
}

/** The body of every refusal. */
export const RestError = z.strictObject({
  error: z.strictObject({
    code: z.string().meta({ description: 'What kind of refusal it is; goes with the status', example: 'invalid' }),
    reason: z.string().meta({ description: 'A stable word for programs', example: 'validation' }),
    message: z.string().meta({ description: 'What happened and what to do next, for people' }),
    fields: z.record(z.string(), z.array(z.string())).meta({ description: 'Messages by field' }),
    requestId: z.string().nullable().meta({ description: 'Names this request in our log' }),
    previewId: z.uuid().optional().meta({ description: 'With reason `unsure`: what was read, kept for an hour' }),
    candidates: z.array(RestCandidate).optional().meta({ description: 'With reason `unsure`: likeliest first' }),
  }),
});

const CODES: Partial<Record<TRPCError['code'], string>> = {
  PARSE_ERROR: 'invalid',
  BAD_REQUEST: 'invalid',
  UNAUTHORIZED: 'unauthenticated',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'not_found',
  METHOD_NOT_SUPPORTED: 'method_not_allowed',
  CONFLICT: 'conflict',
  PAYLOAD_TOO_LARGE: 'too_large',
  UNSUPPORTED_MEDIA_TYPE: 'unsupported_media_type',
  UNPROCESSABLE_CONTENT: 'unprocessable',
  TOO_MANY_REQUESTS: 'limited',
  SERVICE_UNAVAILABLE: 'unavailable',
};

/** An answer of the contract: JSON text, never cached, with the headers that the procedure asked for. */
export function answerJson(status: number, body: string, headers: Headers): Response {
  const all = {
    ...dataHeaders(isHttps()),
    ...Object.fromEntries(headers),
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  };
  return new Response(body, { status, headers: all });
}

/** A refusal in the contract's shape, with its status and, where a limit ended it, when to come again. */
export function answerError(error: TRPCError, requestId: string | null, headers: Headers): Response {
  const { message, reason, fields } = describeError(error);
  const body: z.infer<typeof RestError> = {
    error: { code: CODES[error.code] ?? 'internal', reason, message, fields, requestId, ...offerOf(error) },
  };
  const all = new Headers(headers);
  if (error.code === 'UNAUTHORIZED') all.set('www-authenticate', 'Bearer');
  if (isDomainError(error.cause)) addLimit(all, error.cause.retryAt, error.cause.limit);
  return answerJson(getHTTPStatusCodeFromError(error), JSON.stringify(body), all);
}

const BY_STATUS: Record<number, { code: string; message: string }> = {
  401: { code: 'unauthenticated', message: 'Sign in to go on.' },
  403: { code: 'forbidden', message: 'That is not open to you.' },
  404: { code: 'not_found', message: 'There is nothing here.' },
  405: { code: 'method_not_allowed', message: 'This address does not answer that method.' },
};
const INVALID = { code: 'invalid', message: 'This request is not one that can be answered here.' };
const FAULT = { code: 'internal', message: UNEXPECTED_MESSAGE };
const LONGEST_WORDS = 300;

/**
 * The same answer, with the contract's body where it is a refusal that has another: a word of ours, a sentence of
 * next-auth, or nothing at all. What plain text it had is the message.
 */
export async function withErrorBody(answer: Response): Promise<Response> {
  const { status, headers } = answer;
  if (status < 400) return answer;
  const text = await answer.text();
  const type = headers.get('content-type') ?? '';
  if (type.startsWith('application/json') && text.startsWith('{"error":{')) return answerJson(status, text, headers);
  const { code, message } = BY_STATUS[status] ?? (status < 500 ? INVALID : FAULT);
  const words = type.startsWith('text/plain') && text !== '' && text.length <= LONGEST_WORDS ? text : message;
  const requestId = currentRequestId();
  const body: z.infer<typeof RestError> = { error: { code, reason: code, message: words, fields: {}, requestId } };
  return answerJson(status, JSON.stringify(body), headers);
}

/** Answers a method that a route has not; Next itself would answer an empty body. */
export function refuseMethod(): Promise<Response> {
  return withErrorBody(new Response(null, { status: 405 }));
}

function offerOf({ cause }: TRPCError): Pick<z.infer<typeof RestError>['error'], 'previewId' | 'candidates'> {
  if (!isDomainError(cause) || !cause.offer) return {};
  return { previewId: cause.offer.previewId, candidates: cause.offer.candidates.map(restCandidate) };
}

function addLimit(headers: Headers, retryAt: Date | undefined, limit: number | undefined): void {
  if (retryAt === undefined) return;
  const seconds = String(Math.max(1, Math.ceil((retryAt.getTime() - Date.now()) / 1_000)));
  headers.set('retry-after', seconds);
  headers.set('ratelimit-limit', String(limit ?? 1));
  headers.set('ratelimit-remaining', '0');
  headers.set('ratelimit-reset', seconds);
}
