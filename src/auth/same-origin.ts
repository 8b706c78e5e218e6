const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What the check looks at: a `Request` fits. */
interface RequestLike {
  method: string;
  headers: Pick<Headers, 'get'>;
}

/**
 * Whether a request may change something: the one check against cross-site request forgery. A browser says where a
 * request comes from in Sec-Fetch-Site, an old one in Origin. A request with neither comes from a program; it may pass
 * only without a cookie, since a cookie is what a forger would borrow.
 *
 * `ownOrigin` is the app's address, e.g. "https://monitors.example".
 */
export function isSameOrigin(request: RequestLike, ownOrigin: string): boolean {
  if (SAFE_METHODS.has(request.method)) return true;
  if (/^\s*bearer\s/i.test(request.headers.get('authorization') ?? '')) return true;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  if (origin !== null) return origin === ownOrigin;
  return request.headers.get('cookie') === null;
}
