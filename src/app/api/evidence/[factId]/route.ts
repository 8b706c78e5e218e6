import { z } from 'zod';
import { currentSession } from '@/auth/session';
import { getBaseDeps } from '@/flows/base-deps';
import { findEvidence } from '@/flows/refresh/find-evidence';

/** The picture that proves a fact, for the owner of its monitor only. Somebody else's is as if it were not there. */
export async function GET(_request: Request, context: { params: Promise<{ factId: string }> }): Promise<Response> {
  const { factId } = await context.params;
  const session = await currentSession();
  if (session === null || !z.uuid().safeParse(factId).success) return new Response('Not found', { status: 404 });
  const picture = await findEvidence(getBaseDeps(), { userId: session.person.id, factId });
  if (picture === null) return new Response('Not found', { status: 404 });
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      'content-type': picture.mediaType,
      'cache-control': 'private, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}
