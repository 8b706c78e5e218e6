import { type Obstacle, obstacleTo } from '@/domain/contract/obstacle';
import type { ReaderName, RefusedCandidate } from '@/domain/contract/reading';
import type { Monitor } from '@/domain/monitor';
import type { Outcome } from '@/domain/outcome';
import { decide, type TriggerState } from '@/domain/trigger/decide';
import type { FactValue } from '@/domain/value/value';
import type { Crop } from '@/scrape/scraper';
import type { SourceReading } from '../refresh/read-source';
import { keptReading } from './keep-preview';

/** What the page says now, and what it would mean. */
export interface PreviewedReading {
  outcome: Outcome;
  value: FactValue | null;
  quote: string | null;
  source: string;
  crop: Crop | null;
  refused: RefusedCandidate[];
  /** Two or more that could be meant: the person chooses by naming it. */
  candidates: RefusedCandidate[];
  reader: ReaderName | null;
  conditionMet: boolean | null;
  /** True where the condition holds already: the person picks whether to be told now. */
  wouldFire: boolean;
  /** Why, or why not. */
  sentence: string;
  /** Where it failed: what happened and what to do next. */
  message: string | null;
  /** Why it cannot be saved as it is, and what to do; null where nothing stands against it. */
  obstacle: Obstacle | null;
}

/** A trigger's memory before anything was read. */
const FRESH: TriggerState = { armed: true, baseline: null, currentValue: null };

/** What a reading would mean for a monitor that begins with it, or goes on with it from its state. */
export function previewed(
  { prompt, interpretation }: Pick<Monitor, 'prompt' | 'interpretation'>,
  reading: SourceReading,
  { armed, baseline, currentValue }: TriggerState = FRESH,
): PreviewedReading {
  const { result, source, crop } = reading;
  const state = { armed, baseline, currentValue };
  const { trigger, property } = interpretation;
  const decision = decide({ trigger, prompt, property, state, result });
  const kept = keptReading(reading);
  return {
    outcome: result.outcome,
    value: result.outcome === 'value' ? result.value : null,
    quote: 'evidence' in result ? result.evidence.quote : null,
    source,
    crop,
    refused: result.refused,
    candidates: 'candidates' in result ? result.candidates : [],
    reader: result.reader,
    conditionMet: decision.conditionMet,
    wouldFire: decision.alert,
    sentence: decision.sentence,
    message: 'message' in result ? result.message : null,
    obstacle: kept && obstacleTo({ prompt, interpretation }, kept),
  };
}
