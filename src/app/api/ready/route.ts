import { checkReady } from '@/flows/admin/check-ready';
import { realDeps } from '@/flows/real-deps';
import { answerOnTrail } from '@/ops/request-log';

/** Whether this process can do its work: 200, else 503 with what is missing. For whoever balances the load. */
export function GET(request: Request): Promise<Response> {
  return answerOnTrail(request, async () => {
    const readiness = await checkReady(realDeps());
    const headers = { 'cache-control': 'no-store', ...(readiness.ready ? {} : { 'retry-after': '5' }) };
    return Response.json(readiness, { status: readiness.ready ? 200 : 503, headers });
  });
}

export const dynamic = 'force-dynamic';
