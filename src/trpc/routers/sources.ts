import { z } from 'zod';
import { findMonitor, listMonitors } from '@/db/monitors';
import { findSourceHealth } from '@/db/source-health';
import { findLastTrials } from '@/db/source-trials';
import { DomainError } from '@/domain/errors';
import { SourceHealth, SourceStatus, sourceStatus } from '@/domain/source-health';
import { countedHost } from '@/domain/source-kinds';
import { SourceTrial } from '@/domain/source-trials';
import type { Deps } from '@/flows/deps';
import { adminProcedure, betaProcedure, router } from '../init';

const SourceView = SourceHealth.extend({ status: SourceStatus });
type SourceView = z.infer<typeof SourceView>;
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
      return healthOf(deps, monitor.interpretation.sources);
    }),

  /** The hosts of all the person's monitors, each once: their health is asked of the database together. */
  ofMine: betaProcedure
    .meta({ scope: 'read' })
    .output(z.array(SourceView))
    .query(async ({ ctx: { deps, person } }) => {
      const monitors = await listMonitors(deps.db, person.id);
      return healthOf(
        deps,
        monitors.flatMap(({ interpretation }) => interpretation.sources),
      );
    }),

  /** How open data, proxies and the browser did when the daily round last tried them; null before the first. */
  trials: adminProcedure
    .output(z.strictObject({ at: z.date(), trials: z.array(SourceTrial) }).nullable())
    .query(({ ctx }) => findLastTrials(ctx.deps.db)),
});

/** The health of the addresses' hosts, each once, in this order; empty figures where nobody has looked. */
async function healthOf({ db, now }: Pick<Deps, 'db' | 'now'>, addresses: string[]): Promise<SourceView[]> {
  const hosts = [...new Set(addresses.map(countedHost).filter((host) => host !== null))];
  const known = new Map((await findSourceHealth(db, hosts, now())).map((health) => [health.host, health]));
  return hosts.map((host) => view(known.get(host) ?? { host, day: EMPTY, week: EMPTY }));
}

function view(health: SourceHealth): SourceView {
  return { ...health, status: sourceStatus(health) };
}
