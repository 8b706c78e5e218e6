import { createHash, randomBytes } from 'node:crypto';

/** Where a span stands: its trace, and the id by which those below name it. */
export interface SpanPlace {
  /** 32 hexadecimal digits. */
  traceId: string;
  /** 16 hexadecimal digits. */
  spanId: string;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const digest = (text: string, digits: number) => createHash('sha256').update(text).digest('hex').slice(0, digits);

/**
 * The trace of a request is its id without the dashes: what the log calls a request finds its trace, and any process
 * that has the id from the database knows it, without a column of its own. All but six of its bits are chance.
 */
function traceIdOf(id: string): string {
  return UUID.test(id) ? id.replaceAll('-', '') : digest(id, 32);
}

/** The id of the span of one thing (a request, an evaluation): whoever writes a span below it need not have seen it. */
export function spanIdOf(what: 'request' | 'waiting' | 'evaluation', id: string): string {
  return digest(`${what} ${id}`, 16);
}

/** The span of a request, from which everything that it began descends. */
export function requestPlace(requestId: string): SpanPlace {
  return { traceId: traceIdOf(requestId), spanId: spanIdOf('request', requestId) };
}

/** The span of an evaluation, in the trace of the request that asked for it; of its own where none did. */
export function evaluationPlace(requestId: string | null, evaluationId: string): SpanPlace {
  return { traceId: traceIdOf(requestId ?? evaluationId), spanId: spanIdOf('evaluation', evaluationId) };
}

export const newSpanId = (): string => randomBytes(8).toString('hex');
export const newTraceId = (): string => randomBytes(16).toString('hex');
