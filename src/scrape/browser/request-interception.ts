import type { BrowserContext, Route } from 'playwright-core';
import type { PlainTools } from '../cheap-look';
import { fetchPlain } from '../http/fetch-plain';
import type { LookRequest } from '../scraper';
import { LookFailed } from './look-end';

/** A proxy that nobody answers on: what is not fetched for the remote browser here does not leave it. */
export const DEAD_END = 'http://127.0.0.1:9';
const PART_MS = 15_000;
const PART_BYTES = 5_000_000;
/** Asked for a page's text, and safe to ask for again. */
const METHODS = new Set(['GET', 'HEAD']);
/** Of the connection, not of the document; the body comes decoded. */
const DROPPED = /^(content-(encoding|length)|transfer-encoding|connection|keep-alive|alt-svc)$/;

/**
 * A remote browser (BROWSER_WS_ENDPOINT) is beyond our proxy, so it fetches nothing itself: the document and its parts
 * are fetched here, through the gate, and handed to it. This is the document; redirects have been followed. Throws
 * LookFailed where there is none.
 */
export async function fetchForInterception(
  request: LookRequest,
  tools: PlainTools,
  signal: AbortSignal,
): Promise<LookRequest> {
  const answer = await fetchPlain(request.url, {
    network: tools.network,
    proxies: tools.proxies,
    now: tools.now,
    sourceLocale: request.sourceLocale,
    signal,
  });
  if (!answer.ok) throw new LookFailed(answer.failure);
  const { status, headers, body } = answer;
  return { ...request, url: answer.finalUrl, given: { status, headers: withSandbox(headers), body } };
}

/** Answers all requests but the document's own from here; sockets stay closed. */
export async function interceptRequests(
  context: BrowserContext,
  document: LookRequest,
  tools: PlainTools,
  signal: AbortSignal,
): Promise<void> {
  await context.routeWebSocket(/.*/, (socket) => void socket.close());
  await context.route('**/*', (route) => {
    // The document was put up by `dress`, as for given ones.
    if (route.request().isNavigationRequest() && route.request().url() === document.url) return route.fallback();
    return fulfil(route, tools, signal).catch(() => route.abort().catch(() => undefined));
  });
}

async function fulfil(route: Route, tools: PlainTools, signal: AbortSignal): Promise<void> {
  const request = route.request();
  const heavy = /^(image|media|font)$/.test(request.resourceType());
  if (heavy || !METHODS.has(request.method()) || !/^https?:/.test(request.url())) return route.abort();
  const answer = await fetchPlain(request.url(), {
    network: tools.network,
    proxies: tools.proxies,
    now: tools.now,
    signal,
    headers: request.headers(),
    deadlineMs: PART_MS,
    maxBytes: PART_BYTES,
    retry: { retries: 0 },
  });
  if (!answer.ok) return route.abort(answer.failure.outcome === 'url_refused' ? 'accessdenied' : 'failed');
  const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !DROPPED.test(name)));
  const isDocument = request.isNavigationRequest();
  const body = Buffer.from(answer.body);
  await route.fulfill({ status: answer.status, headers: isDocument ? withSandbox(headers) : headers, body });
}

/**
 * Taken from every window before a script of its page runs, frames of all kinds included: what sends datagrams past
 * any proxy. Workers have no WebRTC, and WebTransport heeds the proxy that nobody answers on.
 */
const CLOSING = `for (const name of Object.getOwnPropertyNames(globalThis))
  if (/^(webkit)?RTC|^WebTransport/.test(name)) delete globalThis[name];`;

/** A window that opens another could reach into it before it is closed: documents that come this way open none. */
const SANDBOX = 'sandbox allow-scripts allow-same-origin allow-forms';

/** Closes the ways past our own road in all documents of the context. Before its first page. */
export async function closeWaysOut(context: BrowserContext): Promise<void> {
  await context.addInitScript(CLOSING);
}

/** The headers of a document, by lower-case names, so that it opens no windows; its own policy holds as well. */
export function withSandbox(headers: Record<string, string>): Record<string, string> {
  const own = headers['content-security-policy'];
  return { ...headers, 'content-security-policy': own === undefined ? SANDBOX : `${own}, ${SANDBOX}` };
}
