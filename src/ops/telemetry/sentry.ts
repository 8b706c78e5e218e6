import { setTimeout as sleep } from 'node:timers/promises';
import { createStackParser, createTransport, type ErrorEvent, type Exception, type StackFrame } from '@sentry/core';
import { nodeStackLineParser, ServerRuntimeClient } from '@sentry/core/server';
import { type DescribedError, describeError } from '../log';
import type { ErrorReport, ErrorReporter } from './error-reports';
import { scrubbed } from './scrubbed';
import { requestPlace } from './span-ids';

export interface SentryOptions {
  dsn: string;
  environment: string;
  release: string | undefined;
  /** Told of a report that did not arrive; it is lost. */
  onFailure: (error: unknown) => void;
}

const SEND_MS = 5_000;
/** The same error again within a minute says nothing new; of all together so many a minute. */
const WINDOW_MS = 60_000;
const MOST_A_MINUTE = 20;
const MOST_EXCEPTIONS = 6;

/**
 * Reports errors to Sentry by the core of its SDK, to which everything is handed over that it may have: the package for
 * Node brings OpenTelemetry and hooks into every module, and collects on its own what we would have to take out again.
 */
export function openSentry(options: SentryOptions): ErrorReporter {
  const { dsn, environment, release } = options;
  const client = new ServerRuntimeClient({
    dsn,
    environment,
    release,
    platform: 'node',
    integrations: [],
    stackParser: PARSER,
    sendClientReports: false,
    maxBreadcrumbs: 0,
    traceLifecycle: 'static',
    transport: (given) => createTransport({ ...given, bufferSize: 32 }, ({ body }) => post(given.url, body, options)),
    beforeSend: onlyOurs,
  });
  client.init();
  const isNew = fewOfEach();
  return {
    report: (report) => {
      const event = eventOf(report);
      if (isNew(JSON.stringify(event.exception?.values?.map(({ type, value }) => [type, value])))) {
        client.captureEvent(event);
      }
    },
    flush: async (withinMs) => {
      await Promise.race([client.flush(withinMs), sleep(withinMs, undefined, { ref: false })]);
    },
  };
}

const PARSER = createStackParser(nodeStackLineParser());

async function post(url: string, body: string | Uint8Array, { onFailure }: SentryOptions) {
  const signal = AbortSignal.timeout(SEND_MS);
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  const answer = await fetch(url, { method: 'POST', body: text, redirect: 'error', signal }).catch((error: unknown) => {
    onFailure(error);
    return null;
  });
  if (answer === null) return {};
  await answer.body?.cancel();
  if (!answer.ok) onFailure(new Error(`Sentry answered ${answer.status}`));
  const header = (name: string) => answer.headers.get(name);
  const headers = { 'x-sentry-rate-limits': header('x-sentry-rate-limits'), 'retry-after': header('retry-after') };
  return { statusCode: answer.status, headers };
}

function eventOf({ error, message, requestId, evaluationId, personId }: ErrorReport): ErrorEvent {
  const tags = { ...(requestId ? { requestId } : {}), ...(evaluationId ? { evaluationId } : {}) };
  return {
    type: undefined,
    level: 'error',
    transaction: message,
    tags,
    exception: { values: exceptionsOf(describeError(error)).slice(0, MOST_EXCEPTIONS) },
    ...(personId ? { user: { id: personId } } : {}),
    ...(requestId ? { contexts: { trace: traceOf(requestId) } } : {}),
  };
}

function traceOf(requestId: string) {
  const { traceId, spanId } = requestPlace(requestId);
  return { trace_id: traceId, span_id: spanId };
}

/** Causes first, as Sentry wants them. */
function exceptionsOf(error: DescribedError): Exception[] {
  const causes = [...(error.cause ? [error.cause] : []), ...(error.causes ?? [])];
  const code = error.code === undefined ? '' : ` (${scrubbed(error.code)})`;
  const exception = { type: scrubbed(error.type), value: `${scrubbed(error.message)}${code}` };
  const frames = framesOf(error);
  return [
    ...causes.flatMap(exceptionsOf),
    {
      ...exception,
      mechanism: { type: 'generic', handled: true },
      ...(frames.length > 0 && { stacktrace: { frames } }),
    },
  ];
}

/** A stack begins with the message, which may have lines that look like places of code. */
function framesOf({ stack = '', message }: DescribedError): StackFrame[] {
  const at = message === '' ? -1 : stack.indexOf(message);
  const places = at < 0 ? stack : stack.slice(at + message.length);
  return PARSER(places).map(({ filename = '', function: name = '?', lineno, colno, in_app }) => ({
    filename: ownFile(filename),
    function: /^[\w$.<>[\] ]{1,120}$/.test(name) ? name : '?',
    in_app: in_app === true && !filename.includes('node_modules'),
    ...(lineno === undefined ? {} : { lineno }),
    ...(colno === undefined ? {} : { colno }),
  }));
}

/** A file of ours as it stands in the repository; of anything else its last part. */
function ownFile(filename: string): string {
  const path = filename.replace(/^file:\/\//, '');
  const root = `${process.cwd()}/`;
  if (path.startsWith(root)) return path.slice(root.length);
  return path.startsWith('node:') ? path : (path.split(/[/\\]/).at(-1) ?? '').slice(0, 100);
}

/** Whatever the SDK may add of requests, machines and what happened before does not leave. */
function onlyOurs(event: ErrorEvent): ErrorEvent {
  const { request: _request, breadcrumbs: _crumbs, extra: _extra, server_name: _name, modules: _mods, ...kept } = event;
  const { trace } = event.contexts ?? {};
  const id = event.user?.id;
  return {
    ...kept,
    ...(trace ? { contexts: { trace } } : { contexts: {} }),
    ...(id === undefined ? { user: undefined } : { user: { id } }),
  };
}

function fewOfEach(): (what: string | undefined) => boolean {
  const told = new Map<string, number>();
  return (what = '') => {
    const now = performance.now();
    for (const [known, at] of told) if (now - at >= WINDOW_MS) told.delete(known);
    if (told.has(what) || told.size >= MOST_A_MINUTE) return false;
    told.set(what, now);
    return true;
  };
}
