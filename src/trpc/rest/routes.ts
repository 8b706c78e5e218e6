import { type AnyProcedure, TRPCError } from '@trpc/server';
import { type ProcedureMeta, router } from '../init';
import { restAdminRouter } from './admin';
import { restWhitelistRouter } from './admin-whitelist';
import { restAuthRouter } from './auth';
import { restMonitorsRouter } from './monitors';
import { restRefreshRouter } from './refresh';

/** The public contract: the plan's endpoints, over the procedures that the pages use. */
export const restRouter = router({
  auth: restAuthRouter,
  monitors: restMonitorsRouter,
  refresh: restRefreshRouter,
  admin: restAdminRouter,
  whitelist: restWhitelistRouter,
});

/** An endpoint of the contract, as its procedure describes it. */
export interface Route {
  /** Where the procedure is in the router, e.g. "monitors.create". */
  procedure: string;
  method: string;
  /** With parameters in braces: "/api/monitors/{id}". */
  path: string;
  /** The HTTP status when it worked. */
  status: number;
  pattern: RegExp;
}

/** At run time a router keeps its procedures flat, by their dotted names; its type keeps them nested. */
const PROCEDURES = restRouter._def.procedures as unknown as Record<string, AnyProcedure>;

/** All endpoints of the contract. */
export const ROUTES: readonly Route[] = Object.entries(PROCEDURES).map(([procedure, { _def }]) => {
  const meta = _def.meta as ProcedureMeta | undefined;
  if (!meta?.openapi) throw new Error(`The procedure ${procedure} of the contract has no path`);
  const { method, path } = meta.openapi;
  const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
  return { procedure, method, path, status: meta.status ?? 200, pattern };
});

/** The endpoint of a request. HEAD is answered as GET, without its body. Throws a TRPCError for 404 and 405. */
export function findRoute(method: string, path: string): Route {
  const wanted = method === 'HEAD' ? 'GET' : method;
  const routes = ROUTES.filter((route) => route.pattern.test(path));
  const route = routes.find((candidate) => candidate.method === wanted);
  if (route) return route;
  if (routes.length === 0)
    throw new TRPCError({ code: 'NOT_FOUND', message: 'There is no such endpoint. All endpoints are at /docs/api.' });
  const allowed = routes.map((candidate) => candidate.method).join(', ');
  throw new TRPCError({ code: 'METHOD_NOT_SUPPORTED', message: `This endpoint answers ${allowed} only.` });
}
