import { z } from 'zod';
import { currentSession } from '@/auth/session';
import { getBaseDeps } from '@/flows/base-deps';
import { findPagePicture } from '@/flows/monitors/point-at';
import { answerOnTrail, noteRequest } from '@/ops/request-log';
import { withErrorBody } from '@/trpc/rest/answer';

/** The picture of the page that a preview looked at, for an hour and for its owner only. */
export function GET(request: Request, context: { params: Promise<{ previewId: string }> }): Promise<Response> {
  return answerOnTrail(request, async () => withErrorBody(await show((await context.params).previewId)));
}

async function show(previewId: string): Promise<Response> {
  const session = await currentSession();
  noteRequest({ personId: session?.person.id ?? null });
  if (session === null || !z.uuid().safeParse(previewId).success) return new Response(null, { status: 404 });
  const bytes = await findPagePicture(getBaseDeps(), { userId: session.person.id, previewId });
  if (bytes === null) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'image/jpeg',
      'cache-control': 'private, max-age=3600',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}
