import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { createContext } from '@/trpc/init';
import { appRouter } from '@/trpc/root';

/** Faults are logged with their request id, refusals are not: they are answers. */
function handle(request: Request): Promise<Response> {
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

export { handle as GET, handle as POST };
