import type { FactValue } from '../value/value';

/** What a trigger remembers between evaluations. Only `value` and `absent` may move it. */
export interface TriggerState {
  /** State triggers: true while the next time that the condition holds is told. */
  armed: boolean;
  /**
   * Change triggers: what a change is measured from; the first reading (ABSENCE where it proved that there is none),
   * then the value at the last alert. State triggers: the value at the last alert. Null: none yet.
   */
  baseline: FactValue | null;
  /** The present value; null where there is none, or none was read yet. */
  currentValue: FactValue | null;
}
