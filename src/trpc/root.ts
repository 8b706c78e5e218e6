import type { inferRouterOutputs } from '@trpc/server';
import { createCallerFactory, router } from './init';
import { accountRouter } from './routers/account';
import { adminRouter } from './routers/admin';
import { authRouter } from './routers/auth';
import { dashboardRouter } from './routers/dashboard';
import { emailsRouter } from './routers/emails';
import { historyRouter } from './routers/history';
import { monitorsRouter } from './routers/monitors';
import { notificationsRouter } from './routers/notifications';
import { outboxRouter } from './routers/outbox';
import { previewsRouter } from './routers/previews';
import { refreshRouter } from './routers/refresh';
import { refreshBatchRouter } from './routers/refresh-batch';
import { samplesRouter } from './routers/samples';
import { sourcesRouter } from './routers/sources';

export const appRouter = router({
  auth: authRouter,
  account: accountRouter,
  emails: emailsRouter,
  monitors: monitorsRouter,
  dashboard: dashboardRouter,
  previews: previewsRouter,
  history: historyRouter,
  refresh: refreshRouter,
  refreshBatch: refreshBatchRouter,
  samples: samplesRouter,
  sources: sourcesRouter,
  notifications: notificationsRouter,
  outbox: outboxRouter,
  admin: adminRouter,
});

export type AppRouter = typeof appRouter;
export type RouterOutputs = inferRouterOutputs<AppRouter>;

/** Calls procedures without HTTP: `createCaller(context).auth.me()`. */
export const createCaller = createCallerFactory(appRouter);
