import type { Interpretation } from './contract/interpretation';
import type { Recipe } from './contract/reading';
import type { Outcome } from './outcome';
import type { FactValue } from './value/value';

/** What a person asked to be told about, with its trigger's memory and the last evaluation's result. */
export interface Monitor {
  id: string;
  userId: string;
  name: string;
  prompt: string;
  isActive: boolean;
  interpretation: Interpretation;
  /** The trigger's sentence. */
  triggerCondition: string;
  /** First of the interpretation's sources, or null where the person has not named one yet. */
  sourceUrl: string | null;
  currentValue: FactValue | null;
  previousValue: FactValue | null;
  baseline: FactValue | null;
  armed: boolean;
  recipe: Recipe | null;
  lastOutcome: Outcome | null;
  lastSentence: string | null;
  lastChecked: Date | null;
  lastManualRefresh: Date | null;
  triggerCount: number;
  evaluationCount: number;
  /** Failures in a row; 0 after a value or proven absence. */
  failureStreak: number;
  /** Set while an error episode lasts: from its one error mail until it works again. */
  errorEpisodeStartedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}
