import { z } from 'zod';
import { requestOrigin } from '@/auth/request-origin';
import { currentSession } from '@/auth/session';
import { readExport } from '@/flows/account/export-data';
import { getBaseDeps } from '@/flows/base-deps';

/** The zip of a person's data, for that person only. Somebody else's is as if it were not there. */
export async function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await context.params;
  const session = await currentSession();
  const deps = { ...getBaseDeps(), origin: requestOrigin(request.headers) };
  const bytes =
    session !== null && z.uuid().safeParse(id).success ? await readExport(deps, session.person.id, id) : null;
  if (bytes === null) return new Response('Not found', { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="monitors-data.zip"',
      'cache-control': 'private, no-store',
    },
  });
}
