import type { Dispatcher } from 'undici';
import type { Failure } from '@/domain/outcome';
import { parseRetryAfter } from '../classify/signals/status';
import {
  failureOfBusy,
  failureOfCancel,
  failureOfDeadline,
  failureOfError,
  failureOfRefusal,
} from '../egress/network-failure';
import type { ProxyPool } from '../egress/proxy-pool';
import { RedirectCookies, resolveLocation } from '../egress/redirect';
import type { SourceLocale } from '../scraper';
import { readBody } from './decode-body';
import { openPlainNetwork, type PlainNetwork, type PlainNetworkOptions } from './plain-network';
import { discard, headerList, headerText, sendRequest } from './plain-request';
import type { Politeness } from './politeness';
import { profileFor, requestHeaders } from './profile';
import { type RetryOptions, withRetries } from './retry';

export interface FetchPlainOptions extends Partial<PlainNetworkOptions> {
  /** Kept by whoever fetches often; else one is opened from `resolver` and closed again. */
  network?: PlainNetwork;
  signal?: AbortSignal | undefined;
  /** For everything: redirects, retries, waits and the last byte. */
  deadlineMs?: number;
  /** Of the body after decompression. */
  maxBytes?: number;
  /** Lower-case names; they replace the profile's. */
  headers?: Readonly<Record<string, string>>;
  sourceLocale?: SourceLocale | undefined;
  /** POST is for messages to outside services: sent once, redirects not followed. */
  method?: 'GET' | 'HEAD' | 'POST';
  body?: string;
  maxRedirects?: number;
  retry?: Partial<Omit<RetryOptions, 'signal' | 'remainingMs'>>;
  politeness?: Politeness;
  proxies?: ProxyPool;
  now?: () => Date;
}

interface PlainResponse {
  ok: true;
  finalUrl: string;
  status: number;
  /** Lower-case names; repeated ones are joined by ", ". */
  headers: Record<string, string>;
  /** Decompressed. */
  body: Uint8Array;
  /** The addresses that redirected, in order. */
  redirects: string[];
  /** What the site asked for in Retry-After, in milliseconds. */
  retryAfterMs?: number;
}

export type PlainResult = PlainResponse | { ok: false; failure: Failure };

const DEADLINE_MS = 15_000;
const MAX_BYTES = 10_000_000;
const MAX_REDIRECTS = 10;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/** One fetch on its way. */
interface Errand {
  network: PlainNetwork;
  options: FetchPlainOptions;
  cookies: RedirectCookies;
  signal: AbortSignal;
  upstream: URL | null;
  now: () => Date;
  /** The host that is being asked at the moment, for the words of a failure. */
  at: string;
  /** The host is being asked; before, we wait for our turn at it. */
  hasTurn: boolean;
}

/**
 * Fetches an address by plain HTTP through the gate: every redirect is checked anew, the body is capped while it comes,
 * and all of it ends by the deadline. Any status is a result; a Failure is what kept an answer from coming. Tries
 * again where that may pass (time-outs, broken connections, 429, 5xx). Never throws for what a site does.
 */
export async function fetchPlain(url: string, options: FetchPlainOptions = {}): Promise<PlainResult> {
  const { resolver, deadlineMs = DEADLINE_MS } = options;
  if (!options.network && !resolver) throw new TypeError('fetchPlain needs a network or a resolver');
  const network = options.network ?? openPlainNetwork({ ...options, resolver: resolver ?? (async () => []) });
  try {
    return await fetchWithin(url, deadlineMs, network, options);
  } finally {
    if (!options.network) await network.close();
  }
}

async function fetchWithin(
  url: string,
  deadlineMs: number,
  network: PlainNetwork,
  options: FetchPlainOptions,
): Promise<PlainResult> {
  const now = options.now ?? (() => new Date());
  const start = performance.now();
  const deadline = AbortSignal.timeout(deadlineMs);
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
  const host = URL.canParse(url) ? new URL(url).hostname : 'The site';
  const attempt = async (): Promise<PlainResult> => {
    const upstream = options.proxies?.pick(host) ?? null;
    const errand: Errand = {
      network,
      options,
      cookies: new RedirectCookies(),
      signal,
      upstream,
      now,
      at: host,
      hasTurn: false,
    };
    const result = await attemptOnce(url, host, errand);
    if (upstream) options.proxies?.report(upstream, verdictOf(result), host);
    if (!signal.aborted || result.ok) return result;
    return { ok: false, failure: failureOfAbort(errand, deadlineMs) };
  };
  return withRetries(attempt, shouldRetry, {
    retries: options.method === 'POST' ? 0 : 2,
    ...options.retry,
    signal,
    remainingMs: () => deadlineMs - (performance.now() - start),
  });
}

function failureOfAbort({ options, at, hasTurn }: Errand, deadlineMs: number): Failure {
  if (options.signal?.aborted) return failureOfCancel();
  return hasTurn ? failureOfDeadline(at, deadlineMs) : failureOfBusy(at);
}

function shouldRetry(result: PlainResult): { afterMs?: number | undefined } | null {
  if (result.ok) return PASSING.has(result.status) ? { afterMs: result.retryAfterMs } : null;
  return result.failure.retryable ? { afterMs: result.failure.retryAfterMs } : null;
}

/** Whether the proxy did its work: what the site answered, walls apart, is not its fault. */
function verdictOf(result: PlainResult): 'ok' | 'blocked' | 'failed' {
  if (!result.ok) return result.failure.detail === 'EUPSTREAM' ? 'failed' : 'ok';
  return result.status === 403 || result.status === 429 ? 'blocked' : 'ok';
}

async function attemptOnce(url: string, host: string, errand: Errand): Promise<PlainResult> {
  let leave = () => {};
  try {
    const admitted = await errand.options.politeness?.enter(host, errand.signal);
    if (admitted && !admitted.ok) return admitted;
    errand.hasTurn = true;
    if (admitted) leave = admitted.leave;
    const result = await follow(url, errand);
    if (result.ok && result.retryAfterMs !== undefined && (result.status === 429 || result.status === 503)) {
      errand.options.politeness?.hold(host, result.retryAfterMs);
    }
    return result;
  } catch (error) {
    return { ok: false, failure: failureOfError(error, errand.at) };
  } finally {
    leave();
  }
}

async function follow(first: string, errand: Errand): Promise<PlainResult> {
  const { maxRedirects = MAX_REDIRECTS, method = 'GET' } = errand.options;
  const redirects: string[] = [];
  let next = first;
  for (;;) {
    const verdict = errand.network.gate.checkText(next, method);
    if (!verdict.allowed) return { ok: false, failure: failureOfRefusal(verdict) };
    const { url } = verdict;
    errand.at = url.hostname;
    const answer = await send(url, errand);
    const location = method !== 'POST' && REDIRECTS.has(answer.statusCode) ? headerText(answer.headers.location) : '';
    if (location === '') return finish(url, answer, redirects, errand);
    discard(answer);
    errand.cookies.remember(url, headerList(answer.headers['set-cookie']));
    redirects.push(url.href);
    if (redirects.length > maxRedirects) return tooManyRedirects(url.hostname);
    const target = resolveLocation(location, url);
    if (target === null) return badRedirect(url.hostname);
    next = target;
  }
}

function send(url: URL, errand: Errand): Promise<Dispatcher.ResponseData> {
  const { options, signal, cookies } = errand;
  const profile = profileFor(url.hostname, { sourceLocale: options.sourceLocale });
  const cookie = cookies.headerFor(url);
  return sendRequest(url, {
    dispatcher: errand.network.dispatcher(errand.upstream),
    method: options.method ?? 'GET',
    headers: { ...requestHeaders(profile, url), ...(cookie !== null && { cookie }), ...options.headers },
    body: options.body ?? null,
    signal,
  });
}

async function finish(
  url: URL,
  answer: Dispatcher.ResponseData,
  redirects: string[],
  errand: Errand,
): Promise<PlainResponse> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(answer.headers)) headers[name] = headerText(value);
  const encoding = errand.options.method === 'HEAD' ? '' : (headers['content-encoding'] ?? '');
  const body = await readBody(answer.body, encoding, errand.options.maxBytes ?? MAX_BYTES);
  const retryAfterMs = parseRetryAfter(headers['retry-after'], errand.now());
  return {
    ok: true,
    finalUrl: url.href,
    status: answer.statusCode,
    headers,
    body,
    redirects,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

function tooManyRedirects(host: string): PlainResult {
  const message = `${host} keeps redirecting in a circle. Open it in your browser and copy the address it ends at.`;
  return { ok: false, failure: { outcome: 'unavailable', message, retryable: false, detail: 'redirects' } };
}

function badRedirect(host: string): PlainResult {
  const message = `${host} redirects to something that is not a web address.`;
  return { ok: false, failure: { outcome: 'unavailable', message, retryable: false, detail: 'redirect location' } };
}
