import type { AbuseGuard } from '@/auth/rate-limit/abuse-guard';
import { requestOrigin } from '@/auth/request-origin';
import { DomainError } from '@/domain/errors';
import { readBody } from './read-body';
import { assertShallow } from './read-json';

/** All that is asked of the limits here. */
export type Counting = Pick<AbuseGuard, 'admit'>;

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/** Counts a request against its network address, before anything of it is looked at. */
export async function countRequest(request: Request, guard: Counting, act: 'api' | 'request'): Promise<void> {
  await guard.admit(act, { address: requestOrigin(request.headers).ip, account: null });
}

/** Whether a request says that its body is JSON. */
function isJson(request: Request): boolean {
  return JSON_TYPE.test(request.headers.get('content-type') ?? '');
}

/**
 * The text of a JSON body, not parsed yet; empty where there is none.
 * @throws DomainError `too_large`, `unsupported` / `unsupported_media_type`, `invalid` / `malformed_json`, `too_deep`.
 */
export async function readJsonText(request: Request): Promise<string> {
  const bytes = await readBody(request);
  if (bytes.length === 0) return '';
  if (!isJson(request)) {
    const message = 'Send the body as JSON, with the header Content-Type: application/json.';
    throw new DomainError('unsupported', 'unsupported_media_type', message);
  }
  const text = decode(bytes);
  assertShallow(text);
  return text;
}

/**
 * The way in of every route that does not read its body itself: counts the request, reads its body within the limits,
 * and returns a request of our own with the body that was read. Never the given one: what Next gives a route is a
 * Proxy, of which no other request can be made ("Cannot read private member #state").
 * @throws DomainError `limited`, `too_large`, and of JSON what `readJsonText` throws.
 */
export async function enter(request: Request, guard: Counting): Promise<Request> {
  await countRequest(request, guard, 'request');
  const bytes = await readBody(request);
  if (isJson(request)) assertShallow(decode(bytes));
  const { url, method, headers, signal } = request;
  return new Request(url, { method, headers, signal, ...(bytes.length > 0 ? { body: bytes } : {}) });
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DomainError('invalid', 'malformed_json', 'The body is not valid JSON in UTF-8.');
  }
}
