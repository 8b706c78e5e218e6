import { after } from 'next/server';
import { getEnv } from '@/env';
import { realDeps } from '@/flows/real-deps';
import { drainWork } from '@/flows/upkeep/drain-work';
import { createTrpcHandler } from '@/trpc/handle';

const answer = createTrpcHandler();

function handle(request: Request): Promise<Response> {
  workAfterwards(request);
  return answer(request);
}

const WORK_AFTER_MS = 120_000;

/**
 * On a serverless host nothing runs between requests: what this one may have queued is carried out after its answer.
 */
function workAfterwards(request: Request): void {
  if (getEnv().VERCEL === undefined || request.method !== 'POST') return;
  after(() => drainWork(realDeps(), WORK_AFTER_MS));
}

export { handle as GET, handle as POST };
