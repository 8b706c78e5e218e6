import { isFromCron } from '@/auth/cron-secret';
import { getBaseDeps } from '@/flows/base-deps';
import { keepHouse } from '@/flows/keep-house';

/** For a scheduler where no worker runs all the time. To anybody else there is nothing here. */
export async function GET(request: Request): Promise<Response> {
  if (!isFromCron(request.headers)) return new Response('Not found', { status: 404 });
  return Response.json(await keepHouse(getBaseDeps()), { headers: { 'cache-control': 'no-store' } });
}
