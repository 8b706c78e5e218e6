import ipaddr from 'ipaddr.js';

/** Which names the app answers to. */
export interface HostRules {
  /** The addresses people use: APP_URL, and on Vercel those of the deployment, as URLs or bare hosts. */
  own: readonly (string | undefined)[];
  /** Of a developer's own copy: it is also reached by the other addresses of its machine, never by other names. */
  byAnyAddress: boolean;
  /** Proxies of ours in front; only with one is X-Forwarded-Host somebody's word but the client's. */
  hops: number;
}

const MESSAGE =
  'This is not the address of this Monitors!. Open it by the address in its setting APP_URL, or as localhost.';

const REFUSED = { status: 421, reason: 'foreign_host' } as const;

/**
 * The refusal of a request by another name (421, Misdirected Request): for programs in the contract's shape. `note`
 * writes it down and gives the id by which the log has it.
 */
export function misdirected(
  pathname: string,
  note: (refused: typeof REFUSED) => string,
): { status: 421; type: string; body: string } {
  const { status, reason } = REFUSED;
  const requestId = note(REFUSED);
  if (!pathname.startsWith('/api/')) return { status, type: 'text/plain; charset=utf-8', body: `${MESSAGE}\n` };
  const error = { code: 'misdirected', reason, message: MESSAGE, fields: {}, requestId };
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify({ error }) };
}

/** Asked by machines that know us by a number only; they tell nothing of anybody. */
const PROBED = new Set(['/api/health', '/api/ready', '/api/metrics']);

/** Whether a path may be asked for by any name: whoever balances the load or looks after us has no other. */
export function isProbed(path: string): boolean {
  return PROBED.has(path.split('?', 1)[0] ?? '');
}

/**
 * The host that a request names, with its port: the one that a trusted proxy was asked for, else its Host. Null where
 * it names none, which no browser does.
 */
export function requestedHost(headers: Pick<Headers, 'get'>, hops: number): string | null {
  const forwarded = hops > 0 ? headers.get('x-forwarded-host')?.split(',').at(-1)?.trim() : undefined;
  return (forwarded || headers.get('host')?.trim() || null)?.toLowerCase() ?? null;
}

/**
 * Whether a request names the app by a name of its own. A page of somebody else whose name is made to point at us (DNS
 * rebinding) is to a browser the same site as what it loads from here: its requests carry that name, and only that
 * tells them apart.
 */
export function namesUs(headers: Pick<Headers, 'get'>, { own, byAnyAddress, hops }: HostRules): boolean {
  const host = requestedHost(headers, hops);
  if (host === null) return true;
  const name = hostname(host);
  if (name === null) return false;
  if (own.some((one) => one !== undefined && hostname(bareHost(one)) === name)) return true;
  return name === 'localhost' || (ipaddr.isValid(name) && (byAnyAddress || isLoopback(name)));
}

function isLoopback(address: string): boolean {
  return ipaddr.process(address).range() === 'loopback';
}

function bareHost(address: string): string {
  const [host = ''] = address.replace(/^https?:\/\//i, '').split('/', 1);
  return host.toLowerCase();
}

/** Without its port, without the brackets of IPv6 and the dot of the root; null where it is none. */
function hostname(host: string): string | null {
  const found = /^(?:\[([\da-f:.]{2,45})\]|([^\s:/@[\]]{1,253}))(?::\d{1,5})?$/.exec(host);
  return (found?.[1] ?? found?.[2])?.replace(/\.$/, '') ?? null;
}

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
