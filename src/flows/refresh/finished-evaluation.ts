import type { Lease } from '@/db/evaluations';
import type { Monitor } from '@/domain/monitor';
import type { Decision } from '@/domain/trigger/decide';
import type { SourceReading } from './read-source';

/** An evaluation that has read and decided, and is not recorded yet. */
export interface FinishedEvaluation {
  monitor: Monitor;
  lease: Lease;
  reading: SourceReading;
  decision: Decision;
  tookMs: number;
  /** Nothing was charged for it. */
  isFree?: true;
}
