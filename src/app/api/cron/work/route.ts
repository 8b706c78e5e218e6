import { isFromCron } from '@/auth/secret';
import { realDeps } from '@/flows/real-deps';
import { drainWork } from '@/flows/upkeep/drain-work';
import { doRound } from '@/flows/upkeep/schedule';
import { behindEntrance } from '@/trpc/rest/behind-entrance';

export const maxDuration = 300;

/**
 * For serverless hosts, where no worker runs all the time: carries out evaluations that people have asked for and that
 * nobody has taken, ends abandoned ones and sends due mails. It asks for no evaluation by itself.
 */
async function answer(request: Request): Promise<Response> {
  if (!isFromCron(request.headers)) return new Response(null, { status: 404 });
  const tasks = await doRound('often', realDeps());
  const done = { ...tasks, ...(await drainWork(realDeps(), (maxDuration - 60) * 1_000)) };
  return Response.json(done, { headers: { 'cache-control': 'no-store' } });
}

export const GET = behindEntrance(answer);
