import { dataHeaders } from '@/auth/security-headers';
import { isHttps } from '@/env';
import { createContext } from '@/trpc/init';

/**
 * Whether the caller is somebody: 200, else 401. Cheap enough for a script to ask before it begins; also what
 * `npm run bench:api` holds the contract's endpoints against.
 */
export async function GET(request: Request): Promise<Response> {
  const { person } = await createContext(request.headers).catch(() => ({ person: null }));
  const headers = { ...dataHeaders(isHttps()), 'cache-control': 'no-store' };
  return Response.json({ signedIn: person !== null }, { status: person === null ? 401 : 200, headers });
}

/** Nothing here is known when the app is built: Next need not watch what is read of each request. */
export const dynamic = 'force-dynamic';
