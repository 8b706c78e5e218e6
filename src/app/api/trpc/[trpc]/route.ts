import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { after } from 'next/server';
import { getEnv } from '@/env';
import { drainWork } from '@/flows/drain-work';
import { realDeps } from '@/flows/real-deps';
import { createContext } from '@/trpc/init';
import { appRouter } from '@/trpc/root';

/** Faults are logged with their request id, refusals are not: they are answers. */
function handle(request: Request): Promise<Response> {
  workAfterwards(request);
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: appRouter,
    createContext: () => createContext(request.headers),
    onError({ error, path, ctx }) {
      if (error.code !== 'INTERNAL_SERVER_ERROR') return;
      ctx?.deps.log.error({ err: error.cause ?? error, path, requestId: ctx.requestId }, 'A procedure failed');
    },
    responseMeta: () => ({ headers: new Headers({ 'cache-control': 'no-store' }) }),
  });
}

const WORK_AFTER_MS = 120_000;

/** On a serverless host nothing runs between requests: what this one may have queued is carried out after its answer. */
function workAfterwards(request: Request): void {
  if (getEnv().VERCEL === undefined || request.method !== 'POST') return;
  after(() => drainWork(realDeps(), WORK_AFTER_MS));
}

export { handle as GET, handle as POST };
