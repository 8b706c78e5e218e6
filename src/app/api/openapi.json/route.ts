import { answerOnTrail } from '@/ops/request-log';
import { openApiDocument } from '@/trpc/rest/document';

/** The contract for machines. The same for everybody, so it may be kept for a while. */
export function GET(request: Request): Promise<Response> {
  return answerOnTrail(request, async () =>
    Response.json(openApiDocument(), { headers: { 'cache-control': 'public, max-age=300' } }),
  );
}
