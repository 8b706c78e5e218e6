import { z } from 'zod';
import { currentSession } from '@/auth/session';
import { getBaseDeps } from '@/flows/base-deps';
import { findPagePicture } from '@/flows/monitors/point-at';

/** The picture of the page that a preview looked at, for an hour and for its owner only. */
export async function GET(_request: Request, context: { params: Promise<{ previewId: string }> }): Promise<Response> {
  const { previewId } = await context.params;
  const session = await currentSession();
  if (session === null || !z.uuid().safeParse(previewId).success) return new Response('Not found', { status: 404 });
  const bytes = await findPagePicture(getBaseDeps(), { userId: session.person.id, previewId });
  if (bytes === null) return new Response('Not found', { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'image/jpeg',
      'cache-control': 'private, max-age=3600',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}
