/** Set by src/proxy.ts: path and search of the page that was asked for, which Next tells no layout. */
export const PATH_HEADER = 'x-path';

/**
 * Where to go after signing in: a path of this app, else `fallback`. Whatever a browser could read as another site
 * ("//evil", "/\evil", control characters) is refused, so that a link to our sign-in page cannot lead away.
 */
export function safeReturnPath(value: unknown, fallback = '/dashboard'): string {
  if (typeof value !== 'string' || !value.startsWith('/') || value.length > 500) return fallback;
  const base = 'http://own.invalid';
  if (!URL.canParse(value, base)) return fallback;
  const url = new URL(value, base);
  if (url.origin !== base || url.pathname.startsWith('//') || url.pathname.startsWith('/api/')) return fallback;
  return url.pathname + url.search + url.hash;
}
