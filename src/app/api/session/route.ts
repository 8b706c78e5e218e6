import { dataHeaders } from '@/auth/security-headers';
import { isHttps } from '@/env';
import { answerOnTrail } from '@/ops/request-log';
import { createContext } from '@/trpc/init';
import { withErrorBody } from '@/trpc/rest/answer';

/**
 * Whether the caller is somebody: 200, else 401. Cheap enough for a script to ask before it begins; also what
 * `npm run bench:api` holds the contract's endpoints against.
 */
export function GET(request: Request): Promise<Response> {
  return answerOnTrail(request, () => answer(request));
}

async function answer(request: Request): Promise<Response> {
  const { person } = await createContext(request.headers).catch(() => ({ person: null }));
  const headers = { ...dataHeaders(isHttps()), 'cache-control': 'no-store' };
  if (person !== null) return Response.json({ signedIn: true }, { headers });
  return withErrorBody(new Response(null, { status: 401, headers }));
}

/** Nothing here is known when the app is built: Next need not watch what is read of each request. */
export const dynamic = 'force-dynamic';
