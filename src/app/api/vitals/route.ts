import { getBaseDeps } from '@/flows/base-deps';
import { keepWebVitals } from '@/flows/upkeep/keep-web-vitals';
import { behindEntrance } from '@/trpc/rest/behind-entrance';

/** Takes what a page tells of how fast it was, from anybody's browser and of nobody. */
async function take(request: Request): Promise<Response> {
  const taken = await keepWebVitals(getBaseDeps(), await request.text());
  return new Response(null, { status: taken ? 204 : 400, headers: { 'cache-control': 'no-store' } });
}

export const POST = behindEntrance(take);
