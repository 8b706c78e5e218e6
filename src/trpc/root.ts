import type { inferRouterOutputs } from '@trpc/server';
import { createCallerFactory, router } from './init';
import { accountRouter } from './routers/account';
import { adminRouter } from './routers/admin';
import { authRouter } from './routers/auth';
import { monitorsRouter } from './routers/monitors';
import { outboxRouter } from './routers/outbox';
import { refreshRouter } from './routers/refresh';
import { refreshBatchRouter } from './routers/refresh-batch';
import { sourcesRouter } from './routers/sources';

export const appRouter = router({
  auth: authRouter,
  account: accountRouter,
  monitors: monitorsRouter,
  refresh: refreshRouter,
  refreshBatch: refreshBatchRouter,
  sources: sourcesRouter,
  outbox: outboxRouter,
  admin: adminRouter,
});

export type AppRouter = typeof appRouter;
export type RouterOutputs = inferRouterOutputs<AppRouter>;

/** Calls procedures without HTTP: `createCaller(context).auth.me()`. */
export const createCaller = createCallerFactory(appRouter);
