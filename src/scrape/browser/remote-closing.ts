import type { BrowserContext } from 'playwright-core';

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
