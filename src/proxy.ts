import { type NextRequest, NextResponse } from 'next/server';
import { isProbed, isSameOrigin, misdirected, namesUs, PATH_HEADER, requestedHost } from '@/auth/own-host';
import { contentSecurityPolicy, securityHeaders } from '@/auth/security-headers';
import { getEnv, hostRules, isHttps } from '@/env';
import { noteRefused } from '@/ops/request-log';

/**
 * The address by which this request, which names us, came: the one people use, or over plain http another one of the
 * machine; on Vercel also a deployment's, over https.
 */
function ownOrigin(host: string | null): string {
  const { APP_URL, VERCEL } = getEnv();
  const own = new URL(APP_URL);
  return host === null || host === own.host ? own.origin : `${VERCEL ? 'https' : 'http'}://${host}`;
}

function refusedForgery(request: NextRequest): NextResponse {
  const [status, reason] = [403, 'cross_site'];
  const requestId = noteRefused({ method: request.method, path: request.nextUrl.pathname, status, reason });
  const message = 'This request came from another site and was refused. Open Monitors! itself and try again.';
  return NextResponse.json({ error: { message, code: 'forbidden', reason, fields: {}, requestId } }, { status });
}

/**
 * What acts by a token in its address and looks at no cookie: a forger would have nothing to borrow. Mail programs in a
 * browser press its button from their own site (RFC 8058), and a page without referrer names no origin.
 */
const BY_TOKEN_ALONE = '/api/unsubscribe';

function passedOn(request: NextRequest, headers: Headers, origin: string): NextResponse {
  if (request.nextUrl.pathname !== BY_TOKEN_ALONE && !isSameOrigin(request, origin)) return refusedForgery(request);
  return NextResponse.next({ request: { headers } });
}

function refusedHost({ method, nextUrl: { pathname: path } }: NextRequest): NextResponse {
  const { status, type, body } = misdirected(path, (of) => noteRefused({ method, path, ...of }));
  return new NextResponse(body, { status, headers: { 'content-type': type } });
}

/**
 * Before every page and endpoint: refuses foreign names and forged requests, and gives the answer its security headers
 * and nonce.
 */
export function proxy(request: NextRequest): NextResponse {
  const context = {
    nonce: btoa(crypto.randomUUID()),
    https: isHttps(),
    development: getEnv().NODE_ENV === 'development',
  };
  const requestHeaders = new Headers(request.headers);
  requestHeaders.set('x-nonce', context.nonce);
  requestHeaders.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  // Next reads the nonce for its own scripts from the policy on the request.
  requestHeaders.set('content-security-policy', contentSecurityPolicy(context));
  const rules = hostRules();
  const host = requestedHost(request.headers, rules.hops);
  // Sign-in makes its addresses of this header; what was checked is what it gets.
  if (host !== null) requestHeaders.set('x-forwarded-host', host);
  const response =
    isProbed(request.nextUrl.pathname) || namesUs(request.headers, rules)
      ? passedOn(request, requestHeaders, ownOrigin(host))
      : refusedHost(request);
  for (const [name, value] of Object.entries(securityHeaders(context))) response.headers.set(name, value);
  return response;
}

/**
 * A program that names itself by a bearer token borrows no cookie, and its answers are data that carry their own
 * headers: the contract's monitors are answered without the way through here, which is a third of what they cost.
 */
export const config = {
  matcher: [
    '/((?!_next/static|_next/image|icon.svg|logo.svg|samples/style.css|api/monitors|api/session).*)',
    {
      source: '/api/(monitors|session)(.*)',
      missing: [{ type: 'header', key: 'authorization', value: '[Bb]earer .+' }],
    },
  ],
};
