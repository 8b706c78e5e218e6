import { after } from 'next/server';
import { getEnv } from '@/env';
import { realDeps } from '@/flows/real-deps';
import { drainWork, drainWorkDuring, LOOK_MS } from '@/flows/upkeep/drain-work';
import { keepFiguresAfterwards } from '@/trpc/figures-afterwards';
import { createTrpcHandler } from '@/trpc/handle';

const answer = createTrpcHandler();

function handle(request: Request): Promise<Response> {
  if (getEnv().VERCEL !== undefined) workServerless(request);
  keepFiguresAfterwards();
  return answer(request);
}

const WORK_AFTER_MS = 120_000;
const WORK_BESIDE_MS = 200_000;

/**
 * On a serverless host nothing runs between requests: what this one may have queued is carried out after its answer.
 * While somebody follows a check, their stream looks after it too: a function that was ended in the middle of it leaves
 * it to nobody else.
 */
function workServerless(request: Request): void {
  if (request.method === 'POST') after(() => drainWork(realDeps(), WORK_AFTER_MS));
  else if (request.headers.get('accept')?.includes('text/event-stream')) {
    const ended = Promise.withResolvers<void>();
    after(() => ended.resolve());
    const { log } = realDeps();
    drainWorkDuring(realDeps(), ended.promise, WORK_BESIDE_MS, LOOK_MS).catch((error: unknown) => {
      log.error({ err: error }, 'work beside a stream failed');
    });
  }
}

export { handle as GET, handle as POST };
