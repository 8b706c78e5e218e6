import { getTRPCErrorFromUnknown } from '@trpc/server';
import type { DomainError } from '@/domain/errors';
import { noteRequest } from '@/ops/request-log';
import { currentRequestId } from '@/ops/trail';
import { asDomainError, describeError, toTrpcError } from '../error-map';
import type { RequestContext } from '../init';
import { answerError } from './answer';

/** A refusal in the contract's shape; the line of its request tells the reason. */
export function answerRefusal(error: DomainError): Response {
  noteRequest({ reason: error.reason });
  return answerError(toTrpcError(error), currentRequestId(), new Headers());
}

/** Whatever was thrown, as an answer. Faults are logged by themselves, as `fault`. */
export function refuse(thrown: unknown, context: RequestContext | null, fault: string): Response {
  const known = asDomainError(thrown);
  const error = known ? toTrpcError(known) : getTRPCErrorFromUnknown(thrown);
  noteRequest({ reason: describeError(error).reason });
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    const { requestId } = context ?? {};
    context?.deps.log.error({ err: error.cause ?? error, requestId }, fault);
  }
  return answerError(error, context?.requestId ?? currentRequestId(), context?.answerHeaders ?? new Headers());
}
