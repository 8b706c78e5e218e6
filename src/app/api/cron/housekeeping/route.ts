import { isFromCron } from '@/auth/secret';
import { getEnv } from '@/env';
import { admitWaiting } from '@/flows/admin/admit-person';
import { getBaseDeps } from '@/flows/base-deps';
import { realDeps } from '@/flows/real-deps';
import { doMaintenance } from '@/flows/upkeep/do-maintenance';
import { behindEntrance } from '@/trpc/rest/behind-entrance';

/** For a scheduler where no worker runs all the time. To anybody else there is nothing here. */
async function answer(request: Request): Promise<Response> {
  if (!isFromCron(request.headers)) return new Response('Not found', { status: 404 });
  const peopleAdmitted = getEnv().BETA_OPEN ? await admitWaiting(realDeps()) : 0;
  const done = { ...(await doMaintenance(getBaseDeps(), getEnv().DATA_RETENTION_DAYS)), peopleAdmitted };
  return Response.json(done, { headers: { 'cache-control': 'no-store' } });
}

export const GET = behindEntrance(answer);
