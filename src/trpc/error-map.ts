import { TRPCError } from '@trpc/server';
import { flattenError, type ZodError } from 'zod';
import { isDatabaseDown } from '@/db/connection/database-down';
import { type DomainError, databaseDown, type ErrorCode } from '@/domain/errors';

type TrpcCode = TRPCError['code'];

/** The only place where a domain error becomes a tRPC code and an HTTP status. */
export const ERROR_MAP: Record<ErrorCode, { trpc: TrpcCode; http: number }> = {
  invalid: { trpc: 'BAD_REQUEST', http: 400 },
  unauthenticated: { trpc: 'UNAUTHORIZED', http: 401 },
  forbidden: { trpc: 'FORBIDDEN', http: 403 },
  not_found: { trpc: 'NOT_FOUND', http: 404 },
  conflict: { trpc: 'CONFLICT', http: 409 },
  too_large: { trpc: 'PAYLOAD_TOO_LARGE', http: 413 },
  unsupported: { trpc: 'UNSUPPORTED_MEDIA_TYPE', http: 415 },
  unprocessable: { trpc: 'UNPROCESSABLE_CONTENT', http: 422 },
  limited: { trpc: 'TOO_MANY_REQUESTS', http: 429 },
  unavailable: { trpc: 'SERVICE_UNAVAILABLE', http: 503 },
};

export const UNEXPECTED_MESSAGE = 'Something went wrong on our side. Nothing was changed; please try again.';

/** What a client learns of an error, beside tRPC's own code and status. */
export interface ErrorDetails {
  message: string;
  /** A stable word for programs. */
  reason: string;
  /** Messages by input name; inputs of a nested object are named by their first key. */
  fields: Record<string, string[]>;
  /** ISO 8601: when a limit ends. */
  retryAt: string | null;
}

/** By name, not `instanceof`: Next may load the class once per bundle. */
export function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && error.name === 'DomainError' && 'reason' in error && 'fields' in error;
}

function isZodError(error: unknown): error is ZodError<Record<string, unknown>> {
  return error instanceof Error && error.name.endsWith('ZodError') && 'issues' in error;
}

/** What a person may read of an error: a domain error as it is, a database that is away as one; null for a fault. */
export function asDomainError(error: unknown): DomainError | null {
  if (isDomainError(error)) return error;
  return isDatabaseDown(error) ? databaseDown(error) : null;
}

/** A domain error as tRPC throws it; the domain error stays the cause. */
export function toTrpcError(error: DomainError): TRPCError {
  return new TRPCError({ code: ERROR_MAP[error.code].trpc, message: error.message, cause: error });
}

function validationDetails(error: ZodError<Record<string, unknown>>): ErrorDetails {
  const { fieldErrors, formErrors } = flattenError(error);
  const fields: Record<string, string[]> = {};
  for (const [name, messages] of Object.entries(fieldErrors)) if (messages) fields[name] = [...new Set(messages)];
  const first = Object.values(fields)[0]?.[0] ?? formErrors[0];
  return { message: first ?? 'Some of the input is not valid.', reason: 'validation', fields, retryAt: null };
}

/**
 * What may be said of an error. Domain errors, refused input and our own TRPCErrors speak for themselves; anything
 * else is a fault of ours, whose words stay in the log.
 */
export function describeError(error: TRPCError): ErrorDetails {
  const { cause } = error;
  if (isDomainError(cause)) {
    const { message, reason, fields, retryAt } = cause;
    return { message, reason, fields, retryAt: retryAt?.toISOString() ?? null };
  }
  if (error.code === 'BAD_REQUEST' && isZodError(cause)) return validationDetails(cause);
  if (error.code === 'INTERNAL_SERVER_ERROR')
    return { message: UNEXPECTED_MESSAGE, reason: 'internal', fields: {}, retryAt: null };
  return { message: error.message, reason: error.code.toLowerCase(), fields: {}, retryAt: null };
}
