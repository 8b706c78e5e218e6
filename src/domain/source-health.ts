import { z } from 'zod';
import { SOURCE_FAILURES } from './source-kinds';

export const SourceFailure = z.enum(SOURCE_FAILURES);
export type SourceFailure = z.infer<typeof SourceFailure>;

/** One look at a source. `failure` null: the page came. */
export interface SourceLook {
  host: string;
  at: Date;
  look: 'full' | 'cheap';
  failure: SourceFailure | null;
  /** Milliseconds. */
  tookMs: number;
}

/** A host's figures over some time. Null where there were no looks, or none that brought the page. */
export const SourceWindow = z.strictObject({
  looks: z.number().int(),
  /** 0 to 1. */
  successRate: z.number().nullable(),
  /** How often each kind of failure occurred; those that did not are missing. */
  failures: z.partialRecord(SourceFailure, z.number().int()),
  p50Ms: z.number().int().nullable(),
  p95Ms: z.number().int().nullable(),
});
export type SourceWindow = z.infer<typeof SourceWindow>;

/** How a host does: over 24 hours and over 7 days. */
export const SourceHealth = z.strictObject({ host: z.string(), day: SourceWindow, week: SourceWindow });
export type SourceHealth = z.infer<typeof SourceHealth>;

/** A host with when it last brought its page and when it last did not, within 7 days; for admins. */
export const SeenSource = SourceHealth.extend({
  lastSuccessAt: z.date().nullable(),
  lastFailureAt: z.date().nullable(),
});
export type SeenSource = z.infer<typeof SeenSource>;

/** The colour of the dot on a person's card. */
export const SourceStatus = z.enum(['unknown', 'good', 'shaky', 'failing']);
export type SourceStatus = z.infer<typeof SourceStatus>;

/** By the last day where it has looks, else by the week. One failure alone is no trouble yet. */
export function sourceStatus({ day, week }: Pick<SourceHealth, 'day' | 'week'>): SourceStatus {
  const { looks, successRate } = day.looks > 0 ? day : week;
  if (successRate === null) return 'unknown';
  const failed = Math.round(looks * (1 - successRate));
  if (failed <= 1 && looks > failed) return 'good';
  return successRate >= 0.9 ? 'good' : successRate >= 0.5 ? 'shaky' : 'failing';
}
