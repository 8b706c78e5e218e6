import { type NextRequest, NextResponse } from 'next/server';
import { PATH_HEADER } from '@/auth/return-path';
import { isSameOrigin } from '@/auth/same-origin';
import { contentSecurityPolicy, securityHeaders } from '@/auth/security-headers';
import { getEnv, isEmbedded, isHttps } from '@/env';

/** A machine named by its address cannot be somebody else's name for ours (DNS rebinding). */
const BY_ADDRESS = /^(localhost|[\d.]+|\[[\da-f:.]+\])(:\d+)?$/i;

/** The address people use. A local copy is also reached by other addresses of its machine, over plain http. */
function ownOrigin(request: NextRequest): string {
  const host = request.headers.get('host') ?? '';
  return isEmbedded() && BY_ADDRESS.test(host) ? `http://${host}` : new URL(getEnv().APP_URL).origin;
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

/** Before every page and endpoint: refuses forged requests, and gives the answer its security headers and nonce. */
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
  const response = isSameOrigin(request, ownOrigin(request))
    ? NextResponse.next({ request: { headers: requestHeaders } })
    : NextResponse.json(REFUSAL, { status: 403 });
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
