import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DomainError, type ErrorCode } from '@/domain/errors';
import { describeError, ERROR_MAP, toTrpcError, UNEXPECTED_MESSAGE } from './error-map';

describe('domain errors', () => {
  it.each(Object.entries(ERROR_MAP))('%s has the HTTP status that its tRPC code gives', (code, { http }) => {
    const error = toTrpcError(new DomainError(code as ErrorCode, 'x', 'words'));
    expect(getHTTPStatusCodeFromError(error)).toBe(http);
  });

  it('keep reason, fields and the end of a limit', () => {
    const retryAt = new Date('2026-03-01T10:00:00Z');
    const error = new DomainError('limited', 'refresh_interval', 'Wait a minute.', { retryAt, fields: { id: ['no'] } });
    expect(describeError(toTrpcError(error))).toEqual({
      message: 'Wait a minute.',
      reason: 'refresh_interval',
      fields: { id: ['no'] },
      retryAt: '2026-03-01T10:00:00.000Z',
    });
  });
});

describe('other errors', () => {
  it('names the inputs that were refused', () => {
    const schema = z.strictObject({ email: z.email('Invalid email address'), deep: z.object({ a: z.number() }) });
    const cause = schema.safeParse({ email: 'x', deep: { a: 'b' } }).error;
    const details = describeError(new TRPCError({ code: 'BAD_REQUEST', cause }));
    expect(details.reason).toBe('validation');
    expect(details.message).toBe('Invalid email address');
    expect(Object.keys(details.fields)).toEqual(['email', 'deep']);
  });

  it('says something of unknown keys, which belong to no field', () => {
    const cause = z.strictObject({}).safeParse({ extra: 1 }).error;
    expect(describeError(new TRPCError({ code: 'BAD_REQUEST', cause })).message).toMatch(/extra/);
  });

  it('never shows the words of an unexpected error', () => {
    const cause = new Error('password authentication failed for user "monitors"');
    const details = describeError(new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause }));
    expect(details.message).toBe(UNEXPECTED_MESSAGE);
  });

  it('does not show our own schemas when an output fails them', () => {
    const cause = z.object({ secret: z.string() }).safeParse({}).error;
    const details = describeError(new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause }));
    expect(details).toMatchObject({ message: UNEXPECTED_MESSAGE, fields: {} });
  });
});
