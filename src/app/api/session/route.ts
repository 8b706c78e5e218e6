import { dataHeaders } from '@/auth/security-headers';
import { isHttps } from '@/env';
import { createContext } from '@/trpc/init';

/**
 * Whether the caller is somebody: 204, else 401. Cheap enough for a script to ask before it begins; also what
 * `npm run bench:api` holds the contract's endpoints against.
 */
export async function GET(request: Request): Promise<Response> {
  const { person } = await createContext(request.headers).catch(() => ({ person: null }));
  return new Response(null, {
    status: person === null ? 401 : 204,
    headers: { ...dataHeaders(isHttps()), 'cache-control': 'no-store' },
  });
}
