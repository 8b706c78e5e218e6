import { setTimeout as sleep } from 'node:timers/promises';
import { claimEvaluations } from '@/db/evaluation-claims';
import { findMonitorById } from '@/db/monitors';
import { decide } from '@/domain/trigger/decide';
import type { Deps } from '@/flows/deps';
import { recordEvaluation } from '@/flows/refresh/record-evaluation';
import { requestRefresh } from '@/flows/refresh/request-refresh';

type RefreshDeps = Pick<Deps, 'db' | 'now' | 'queue' | 'settings'>;

export interface Times {
  /** Milliseconds of request and record of one refresh together, in their order. */
  all: number[];
  faults: string[];
}

const PEOPLE_AT_ONCE = 4;
const PAUSE_MS = 30;

/** Refreshes beside whatever else is done, until told to stop: their two transactions, and nothing of pages. */
export function startRefreshes(deps: RefreshDeps, monitors: readonly { id: string; userId: string }[]) {
  const times: Times = { all: [], faults: [] };
  let stopped = false;
  let next = 0;
  const one = async () => {
    while (!stopped) {
      const monitor = monitors[next++ % monitors.length];
      if (monitor === undefined) throw new Error('There are no monitors');
      try {
        times.all.push(await refresh(deps, monitor));
      } catch (error) {
        times.faults.push(String(error));
      }
      await sleep(PAUSE_MS);
    }
  };
  const ended = Promise.all(Array.from({ length: PEOPLE_AT_ONCE }, one));
  return {
    times,
    stop: async () => {
      stopped = true;
      await ended;
    },
  };
}

async function refresh(deps: RefreshDeps, { id, userId }: { id: string; userId: string }): Promise<number> {
  const began = performance.now();
  const { id: evaluationId } = await requestRefresh(deps, { userId, monitorId: id });
  const requested = performance.now() - began;
  const [claim] = await claimEvaluations(deps.db, evaluationId, deps.now(), deps.settings.leaseMs, 1);
  const monitor = await findMonitorById(deps.db, id);
  if (claim === undefined || monitor === null) throw new Error(`Evaluation ${evaluationId} could not be taken`);
  const evidence = { quote: 'Price: $312.00', span: { start: 0, end: 14 }, box: null };
  const value = { type: 'number', number: '312.00', unit: 'USD' } as const;
  const read = { outcome: 'value', value, evidence, refused: [], probability: 0.97, reader: 'offline' } as const;
  const result = { ...read, refused: [], recipe: null };
  const { interpretation, armed, baseline, currentValue } = monitor;
  const decision = decide({ trigger: interpretation.trigger, state: { armed, baseline, currentValue }, result });
  const reading = { result, source: 'https://shop.example.org/', look: 'full', crop: null, confirmed: false } as const;
  const recording = performance.now();
  const recorded = await recordEvaluation(deps, { monitor, lease: claim.lease, reading, decision, tookMs: 400 });
  if (!recorded) throw new Error(`Evaluation ${evaluationId} was not recorded`);
  return requested + performance.now() - recording;
}

/** So many of a hundred took no longer. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
