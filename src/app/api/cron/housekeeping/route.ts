import { isFromCron } from '@/auth/secret';
import { realDeps } from '@/flows/real-deps';
import { doRound } from '@/flows/upkeep/schedule';
import { behindEntrance } from '@/trpc/rest/behind-entrance';

/** For a scheduler where no worker runs; 500 where a task failed. To anybody else there is nothing here. */
async function answer(request: Request): Promise<Response> {
  if (!isFromCron(request.headers)) return new Response(null, { status: 404 });
  const done: Awaited<ReturnType<typeof doRound>> = {};
  for (const name of ['often', 'house', 'sources'] as const) Object.assign(done, await doRound(name, realDeps()));
  const status = Object.values(done).includes(null) ? 500 : 200;
  return Response.json(done, { status, headers: { 'cache-control': 'no-store' } });
}

export const GET = behindEntrance(answer);
