import { hasBearer } from '@/auth/secret';
import { getEnv } from '@/env';
import { readMetrics } from '@/flows/admin/read-metrics';
import { getBaseDeps } from '@/flows/base-deps';
import { answerOnTrail } from '@/ops/request-log';
import { withErrorBody } from '@/trpc/rest/answer';

/** The figures of this process, for Prometheus with its token. Without METRICS_TOKEN there are none. */
export function GET(request: Request): Promise<Response> {
  return answerOnTrail(request, async () => withErrorBody(await answer(request)));
}

async function answer(request: Request): Promise<Response> {
  const { METRICS_TOKEN } = getEnv();
  if (METRICS_TOKEN === undefined) return new Response(null, { status: 404 });
  if (!hasBearer(request.headers, METRICS_TOKEN))
    return new Response('Send the token.', { status: 401, headers: { 'www-authenticate': 'Bearer' } });
  const { type, text } = await readMetrics(getBaseDeps());
  return new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
}

export const dynamic = 'force-dynamic';
