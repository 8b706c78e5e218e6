import { z } from 'zod';
import { findLiveEvaluationIds } from '@/db/evaluations';
import type { Fact } from '@/db/facts';
import { isOwnName } from '@/domain/contract/monitor-name';
import { ReaderName } from '@/domain/contract/reading';
import { nextAllowedRefresh } from '@/domain/limits';
import type { Monitor } from '@/domain/monitor';
import { Outcome } from '@/domain/outcome-schema';
import { Trigger } from '@/domain/trigger/trigger';
import { CHANGE_TYPES } from '@/domain/value/change';
import { FactType, FactValue } from '@/domain/value/value';
import type { Deps } from '@/flows/deps';

/** A monitor as its owner's pages see it. */
export const MonitorView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  /** Whether the person named it: such a name stays when the sentence changes. */
  isOwnName: z.boolean(),
  prompt: z.string(),
  type: z.enum(['state', 'change']),
  isActive: z.boolean(),
  extractedFact: z.string(),
  /** What of it is read: "price", "availability". */
  property: z.string(),
  trigger: Trigger,
  triggerCondition: z.string(),
  factType: FactType,
  unit: z.string().nullable(),
  sources: z.array(z.string()),
  currentValue: FactValue.nullable(),
  previousValue: FactValue.nullable(),
  armed: z.boolean(),
  /** State monitors: whether its condition was told since its sentence or page last changed. */
  told: z.boolean(),
  lastOutcome: Outcome.nullable(),
  lastSentence: z.string().nullable(),
  lastChecked: z.date().nullable(),
  /** When *Check now* works again; in the past or null means now. */
  nextAllowedRefresh: z.date().nullable(),
  /** The evaluation that is under way, to follow it after a reload. */
  liveEvaluationId: z.uuid().nullable(),
  triggerCount: z.number().int(),
  evaluationCount: z.number().int(),
  failureStreak: z.number().int(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type MonitorView = z.infer<typeof MonitorView>;

/** A fact of the history, with what proves it. The picture is at `cropUrl`, for its owner only. */
export const FactView = z.strictObject({
  id: z.uuid(),
  extractedAt: z.date(),
  outcome: z.enum(['value', 'absent']),
  value: FactValue.nullable(),
  source: z.string(),
  processingTime: z.number().int(),
  triggeredAlert: z.boolean(),
  changeType: z.enum(CHANGE_TYPES),
  changeAmount: z.string().nullable(),
  changePercentage: z.string().nullable(),
  confidence: z.number(),
  /** What went wrong on the way to it, a sentence each. */
  errors: z.array(z.string()),
  quote: z.string(),
  cropUrl: z.string().nullable(),
  /** Earlier than the fact where a look without a browser confirmed it; null without a picture. */
  pictureTakenAt: z.date().nullable(),
  reader: ReaderName,
  look: z.enum(['full', 'cheap']),
  sentence: z.string(),
});
export type FactView = z.infer<typeof FactView>;

/** Adds to the monitors what is not in their rows: the live evaluation and the next allowed refresh. */
export async function viewMonitors(
  { db, settings, now }: Pick<Deps, 'db' | 'settings' | 'now'>,
  monitors: Monitor[],
): Promise<MonitorView[]> {
  const live = await findLiveEvaluationIds(
    db,
    monitors.map((monitor) => monitor.id),
  );
  const at = now();
  return monitors.map((monitor) =>
    viewOf(
      monitor,
      live.get(monitor.id) ?? null,
      nextAllowedRefresh(monitor.lastManualRefresh, settings.refreshIntervalMs, at),
    ),
  );
}

function viewOf(monitor: Monitor, liveEvaluationId: string | null, allowedAt: Date | null): MonitorView {
  const { interpretation } = monitor;
  return {
    id: monitor.id,
    name: monitor.name,
    isOwnName: isOwnName(monitor.name, interpretation),
    prompt: monitor.prompt,
    type: interpretation.type,
    isActive: monitor.isActive,
    extractedFact: interpretation.fact,
    property: interpretation.property,
    trigger: interpretation.trigger,
    triggerCondition: monitor.triggerCondition,
    factType: interpretation.factType,
    unit: interpretation.unit,
    sources: interpretation.sources,
    currentValue: monitor.currentValue,
    previousValue: monitor.previousValue,
    armed: monitor.armed,
    told: interpretation.type === 'state' && monitor.baseline !== null,
    lastOutcome: monitor.lastOutcome,
    lastSentence: monitor.lastSentence,
    lastChecked: monitor.lastChecked,
    nextAllowedRefresh: allowedAt,
    liveEvaluationId,
    triggerCount: monitor.triggerCount,
    evaluationCount: monitor.evaluationCount,
    failureStreak: monitor.failureStreak,
    createdAt: monitor.createdAt,
    updatedAt: monitor.updatedAt,
  };
}

export function viewFact(fact: Fact): FactView {
  const { monitorId, evaluationId, box, ...shown } = fact;
  return { ...shown, cropUrl: fact.pictureTakenAt ? `/api/evidence/${fact.id}` : null };
}
