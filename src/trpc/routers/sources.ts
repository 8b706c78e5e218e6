import { z } from 'zod';
import { findMonitor } from '@/db/monitors';
import { findSourceHealth, listSourceHealth } from '@/db/source-health';
import { DomainError } from '@/domain/errors';
import { SourceHealth, SourceStatus, sourceStatus } from '@/domain/source-health';
import { adminProcedure, betaProcedure, router } from '../init';

const SourceView = SourceHealth.extend({ status: SourceStatus });
const EMPTY = { looks: 0, successRate: null, failures: {}, p50Ms: null, p95Ms: null };

/** How the sites do that monitors read. */
export const sourcesRouter = router({
  /** The hosts of one monitor's sources, in its order. */
  ofMonitor: betaProcedure
    .meta({ scope: 'read' })
    .input(z.strictObject({ id: z.uuid('This is not the id of a monitor.') }))
    .output(z.array(SourceView))
    .query(async ({ ctx: { deps, person }, input }) => {
      const monitor = await findMonitor(deps.db, person.id, input.id);
      if (!monitor) throw new DomainError('not_found', 'monitor_not_found', 'There is no such monitor.');
      const { sources } = monitor.interpretation;
      const hosts = [...new Set(sources.filter((url) => URL.canParse(url)).map((url) => new URL(url).hostname))];
      const known = await findSourceHealth(deps.db, hosts, deps.now());
      return hosts.map((host) => view(known.find((one) => one.host === host) ?? { host, day: EMPTY, week: EMPTY }));
    }),

  /** All hosts, those with most failures of the last day first. */
  list: adminProcedure
    .input(z.strictObject({ limit: z.number().int().min(1).max(200).default(50) }))
    .output(z.array(SourceView))
    .query(async ({ ctx, input }) => (await listSourceHealth(ctx.deps.db, input.limit, ctx.deps.now())).map(view)),
});

function view(health: SourceHealth): z.infer<typeof SourceView> {
  return { ...health, status: sourceStatus(health) };
}
