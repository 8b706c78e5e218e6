import { headers } from 'next/headers';
import { NextRequest } from 'next/server';
import { authHandlers } from '@/auth/next-auth';
import { requestOrigin } from '@/auth/request-origin';
import { arriveWithGoogle } from '@/flows/account/google-account';
import { realDeps } from '@/flows/real-deps';
import { refuseMethod } from '@/trpc/rest/answer';
import { behindEntrance } from '@/trpc/rest/behind-entrance';
import { handleRest } from '@/trpc/rest/handle';
import { ROUTES } from '@/trpc/rest/routes';

const handlers = authHandlers(async (identity, options) =>
  arriveWithGoogle({ ...realDeps(), origin: requestOrigin(await headers()) }, identity, options),
);

/** Endpoints of our contract lie here too (`/api/auth/login`); all else is next-auth's. */
function handle(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  return ROUTES.some(({ path }) => path === pathname) ? handleRest(request) : askNextAuth(request);
}

/** What next-auth refuses gets the contract's body, as everything under /api does. */
const askNextAuth = behindEntrance(async (request) => {
  if (request.method !== 'GET' && request.method !== 'POST') return refuseMethod();
  const answer = request.method === 'GET' ? handlers.GET : handlers.POST;
  return answer(new NextRequest(request));
});

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
