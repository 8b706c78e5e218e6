import { after } from 'next/server';
import { getEnv } from '@/env';
import { keepFiguresAfterwards } from '@/trpc/figures-afterwards';
import { handleRest } from '@/trpc/rest/handle';

/** Longer than an evaluation may take with its wait in the queue. */
const WORK_MS = 200_000;

function handle(request: Request): Promise<Response> {
  const answer = handleRest(request);
  if (getEnv().VERCEL !== undefined && request.method === 'POST') after(workMeanwhile(answer));
  keepFiguresAfterwards();
  return answer;
}

/** On a serverless host no worker runs beside the pages: a refresh is carried out while its answer is waited for. */
async function workMeanwhile(answer: Promise<Response>): Promise<void> {
  const [{ drainWorkDuring }, { realDeps }] = await Promise.all([
    import('@/flows/upkeep/drain-work'),
    import('@/flows/real-deps'),
  ]);
  await drainWorkDuring(realDeps(), answer, WORK_MS);
}

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };

/** Nothing here is known when the app is built: Next need not watch what is read of each request. */
export const dynamic = 'force-dynamic';
