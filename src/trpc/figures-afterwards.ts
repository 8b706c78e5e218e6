import { getEnv, worksHere } from '@/env';
import { log } from '@/ops/log';
import { flushTelemetry } from '@/ops/telemetry/telemetry';
import { afterAnswer } from './after-answer';

/** Operators that are waited for longer are told after another answer. */
const TELL_MS = 20_000;
const LOOK_EVERY_MS = 30_000;
/** Hosts without a worker are charged for what they do: rules are judged as often as figures are written. */
const LEAST_EVERY_MS = 5 * 60_000;

/**
 * Where no worker runs beside the pages, nobody else tells what this process has counted: figures are kept after
 * answers. Rules are judged then too: on a serverless host only then, in quiet hours not at all; beside workers so that
 * it is told when they are gone. What goes outside leaves before the process stands still.
 */
export function keepFiguresAfterwards(): void {
  if (worksHere()) return;
  const { EMAIL_USD_PER_THOUSAND } = getEnv();
  afterAnswer(log(), async () => {
    const [{ keepFigures }, { realDeps }] = await Promise.all([
      import('@/flows/upkeep/keep-figures'),
      import('@/flows/real-deps'),
    ]);
    await keepFigures(realDeps(), EMAIL_USD_PER_THOUSAND).finally(flushTelemetry);
  });
  afterAnswer(log(), judgeAfterwards);
}

/** When this process last looked for what operators are to be told. */
let lookedAt = Number.NEGATIVE_INFINITY;

async function judgeAfterwards(): Promise<void> {
  const [{ judgeRules }, { alertLimits }, { sendSoon }, { tellOperators }, { realDeps }] = await Promise.all([
    import('@/flows/upkeep/judge-rules'),
    import('@/flows/admin/measure-rules'),
    import('@/flows/upkeep/send-notifications'),
    import('@/flows/upkeep/tell-operators'),
    import('@/flows/real-deps'),
  ]);
  const { ALERT_EVERY_SECONDS, ...env } = getEnv();
  const everyMs = Math.max(ALERT_EVERY_SECONDS * 1_000, LEAST_EVERY_MS);
  await judgeRules(realDeps(), { everyMs, limits: alertLimits(env) });
  if (performance.now() - lookedAt < LOOK_EVERY_MS) return;
  lookedAt = performance.now();
  if ((await tellOperators(realDeps(), AbortSignal.timeout(TELL_MS))) > 0) await sendSoon(realDeps());
}
