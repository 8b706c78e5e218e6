import { type NextRequest, NextResponse } from 'next/server';
import { isSameOrigin, misdirected, namesUs, PATH_HEADER, requestedHost } from '@/auth/own-host';
import { contentSecurityPolicy, securityHeaders } from '@/auth/security-headers';
import { getEnv, hostRules, isHttps } from '@/env';

/**
 * The address by which this request, which names us, came: the one people use, or over plain http another one of the
 * machine; on Vercel also a deployment's, over https.
 */
function ownOrigin(host: string | null): string {
  const { APP_URL, VERCEL } = getEnv();
  const own = new URL(APP_URL);
  return host === null || host === own.host ? own.origin : `${VERCEL ? 'https' : 'http'}://${host}`;
}

const REFUSAL = {
  error: {
    message: 'This request came from another site and was refused. Open Monitors! itself and try again.',
    code: 'forbidden',
    reason: 'cross_site',
    fields: {},
    requestId: null,
  },
};

function passedOn(request: NextRequest, headers: Headers, origin: string): NextResponse {
  if (!isSameOrigin(request, origin)) return NextResponse.json(REFUSAL, { status: 403 });
  return NextResponse.next({ request: { headers } });
}

function refusedHost(pathname: string): NextResponse {
  const { status, type, body } = misdirected(pathname);
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
  const response = namesUs(request.headers, rules)
    ? passedOn(request, requestHeaders, ownOrigin(host))
    : refusedHost(request.nextUrl.pathname);
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
