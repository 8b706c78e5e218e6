import { randomUUID } from 'node:crypto';
import { maskedPath } from '@/domain/masked-path';
import { getEnv } from '@/env';
import { log } from './log';
import { countRequest } from './request-count';
import { requestPlace } from './telemetry/span-ids';
import { writeSpan } from './telemetry/spans';
import { currentTrail, onTrail, type Trail } from './trail';

/** By which an answer names its request in the log. */
export const REQUEST_ID_HEADER = 'x-request-id';

/** A request on its way, and what is learned of it until its line is written. */
interface RequestTrail extends Trail {
  requestId: string;
  method: string;
  /** What was asked for, in our own words: "/api/monitors/{id}". */
  route: string;
  /** Why it was refused, in a word for programs. */
  reason: string | null;
  beganAt: number;
  /** A handler of ours has said what it is. */
  isKnown: boolean;
}

/** Asked by machines every few seconds, or files: only what goes wrong with them is worth a line. */
const QUIET = /^\/(_next\/|api\/(health|ready|metrics)$)/;
const METHOD = /^[A-Z]{3,7}$/;

/** A request has come, with a new id: nobody else's word for it is taken. */
export function beginRequest(method: string | undefined, url: string | undefined): RequestTrail {
  return {
    requestId: randomUUID(),
    personId: null,
    evaluationId: null,
    method: METHOD.test(method ?? '') ? (method ?? '') : '{other}',
    route: maskedPath(url ?? '/'),
    reason: null,
    isKnown: false,
    beganAt: performance.now(),
  };
}

/** Adds what was learned of the request that we are answering. Nothing where we answer none. */
export function noteRequest(
  learned: Partial<Pick<RequestTrail, 'evaluationId' | 'personId' | 'reason' | 'route'>>,
): void {
  const request = currentRequest();
  if (request !== null) Object.assign(request, learned, 'route' in learned ? { isKnown: true } : {});
}

/** Waits for a page of somebody else: how long says nothing of us. */
const WAITS = /\/refresh$|\.preview|previews\./;

/**
 * Counts a request and writes its line. `status` is null where nobody waited for the answer to its end; `type` is what
 * its answer says of itself.
 */
export function endRequest(request: RequestTrail, status: number | null, type?: string | null): void {
  const { requestId, method, route, personId, evaluationId, reason, beganAt } = request;
  const outcome = outcomeOf(status);
  const durationMs = Math.round(performance.now() - beganAt);
  if (status !== null && !QUIET.test(route)) {
    const waits = WAITS.test(route) || (type ?? '').startsWith('text/event-stream');
    countRequest({ method, route: request.isKnown ? route : null, status, durationMs, waits });
  }
  if (outcome === 'ok' && QUIET.test(route)) return;
  traceRequest(request, { status, outcome, durationMs });
  if (outcome === 'ok' && !isSampled(requestId)) return;
  const line = {
    ...{ requestId, method, route, status, outcome },
    ...(reason ? { reason } : {}),
    ...(personId ? { personId } : {}),
    ...(evaluationId ? { evaluationId } : {}),
    durationMs,
  };
  if (outcome === 'failed') log().warn(line, 'request');
  else log().info(line, 'request');
}

/** The span from which all that the request began descends; also when what it began has ended long before or after. */
function traceRequest(
  { requestId, method, route, personId, reason }: RequestTrail,
  end: { status: number | null; outcome: string; durationMs: number },
): void {
  const { status, outcome, durationMs } = end;
  const http = { 'http.request.method': method, 'http.route': route, 'http.response.status_code': status };
  writeSpan({
    name: `${method} ${route}`,
    role: 'server',
    place: requestPlace(requestId),
    parent: null,
    beganAt: Date.now() - durationMs,
    fields: { ...http, outcome, reason, personId, requestId },
    failed: outcome === 'failed',
  });
}

/**
 * Answers a request on a trail of its own, and writes its line. Where the server in front of Next has begun one
 * (bin/start/serve.ts), that writes it, when the last byte has left.
 */
export async function answerOnTrail(
  request: Pick<Request, 'method' | 'url'>,
  answer: () => Promise<Response>,
): Promise<Response> {
  if (currentRequest() !== null) return answer();
  const begun = beginRequest(request.method, new URL(request.url).pathname);
  return onTrail(begun, async () => {
    let response: Response | null = null;
    try {
      response = named(await answer(), begun.requestId);
      return response;
    } finally {
      endRequest(begun, response?.status ?? 500, response?.headers.get('content-type'));
    }
  });
}

/** A refusal before any handler saw the request. Returns the id that its answer names. */
export function noteRefused(request: { method: string; path: string; status: number; reason: string }): string {
  const { method, path, status, reason } = request;
  const known = currentRequest();
  const refused = known ?? beginRequest(method, path);
  refused.reason = reason;
  if (known === null) endRequest(refused, status);
  return refused.requestId;
}

function currentRequest(): RequestTrail | null {
  const trail = currentTrail();
  return trail !== null && 'beganAt' in trail ? (trail as RequestTrail) : null;
}

/** Headers of an answer that came from elsewhere (a redirect, a fetch) cannot be changed. */
function named(response: Response, requestId: string): Response {
  try {
    response.headers.set(REQUEST_ID_HEADER, requestId);
    return response;
  } catch {
    return response;
  }
}

function outcomeOf(status: number | null): 'ok' | 'refused' | 'failed' | 'left' {
  if (status === null) return 'left';
  return status < 400 ? 'ok' : status < 500 ? 'refused' : 'failed';
}

/** The share LOG_SAMPLE of requests; by their ids, so that all processes would choose the same. */
function isSampled(requestId: string): boolean {
  return Number.parseInt(requestId.slice(0, 8), 16) < getEnv().LOG_SAMPLE * 2 ** 32;
}
