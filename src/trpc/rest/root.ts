import { router } from '../init';
import { restAdminRouter } from './admin';
import { restAuthRouter } from './auth';
import { restMonitorsRouter } from './monitors';
import { restRefreshRouter } from './refresh';

/** The public contract: the plan's endpoints, over the procedures that the pages use. */
export const restRouter = router({
  auth: restAuthRouter,
  monitors: restMonitorsRouter,
  refresh: restRefreshRouter,
  admin: restAdminRouter,
});
