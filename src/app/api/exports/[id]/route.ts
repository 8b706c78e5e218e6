import { z } from 'zod';
import { requestOrigin } from '@/auth/request-origin';
import { currentSession } from '@/auth/session';
import { readExport } from '@/flows/account/export-data';
import { getBaseDeps } from '@/flows/base-deps';
import { answerOnTrail, noteRequest } from '@/ops/request-log';
import { withErrorBody } from '@/trpc/rest/answer';

/** The zip of a person's data, for that person only. Somebody else's is as if it were not there. */
export function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerOnTrail(request, async () => withErrorBody(await give(request, (await context.params).id)));
}

async function give(request: Request, id: string): Promise<Response> {
  const session = await currentSession();
  noteRequest({ personId: session?.person.id ?? null });
  const deps = { ...getBaseDeps(), origin: requestOrigin(request.headers) };
  const bytes =
    session !== null && z.uuid().safeParse(id).success ? await readExport(deps, session.person.id, id) : null;
  if (bytes === null) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="monitors-data.zip"',
      'cache-control': 'private, no-store',
    },
  });
}
