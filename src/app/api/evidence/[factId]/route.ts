import { refuseMethod } from '@/trpc/rest/answer';
import { createEvidenceHandler } from '@/trpc/rest/evidence';

const show = createEvidenceHandler();

/** The picture that proves a fact, or of what a failed check met. */
export async function GET(request: Request, context: { params: Promise<{ factId: string }> }): Promise<Response> {
  return show(request, (await context.params).factId);
}

export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as POST, refuseMethod as PUT };
