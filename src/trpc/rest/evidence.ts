import { z } from 'zod';
import { countRequest } from '@/auth/entrance/enter';
import { abuseGuard } from '@/auth/rate-limit/process-guard';
import { DomainError } from '@/domain/errors';
import { findEvidence } from '@/flows/refresh/find-evidence';
import { answerOnTrail, noteRequest } from '@/ops/request-log';
import { betaProcedure, createCallerFactory, createContext, type RequestContext, router } from '../init';
import { refuse } from './refuse';

export const EVIDENCE_ROUTE = '/api/evidence/{id}';

/** Who asks, by the one guard that monitors have: the owner in a browser, or a program with the scope "read". */
const guarded = createCallerFactory(
  router({ personId: betaProcedure.meta({ scope: 'read' }).query(({ ctx }) => ctx.person.id) }),
);

/**
 * The picture that proves a fact, or of what a failed evaluation met, for the owner of its monitor only. Somebody
 * else's is as if it were not there. `contextOf` and `guard` are for tests.
 */
export function createEvidenceHandler(
  contextOf: (headers: Headers) => Promise<RequestContext> = createContext,
  guard = abuseGuard,
): (request: Request, id: string) => Promise<Response> {
  const answer = async (request: Request, id: string) => {
    let context: RequestContext | null = null;
    try {
      noteRequest({ route: EVIDENCE_ROUTE });
      await countRequest(request, guard(), 'request');
      context = await contextOf(request.headers);
      return await show(context, await guarded(context).personId(), id);
    } catch (error) {
      return refuse(error, context, 'No picture');
    }
  };
  return (request, id) => answerOnTrail(request, () => answer(request, id));
}

async function show({ deps }: RequestContext, userId: string, id: string): Promise<Response> {
  const picture = z.uuid().safeParse(id).success ? await findEvidence(deps, { userId, rowId: id }) : null;
  if (picture === null) throw new DomainError('not_found', 'picture_not_found', 'There is no such picture.');
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      'content-type': picture.mediaType,
      'cache-control': 'private, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}
