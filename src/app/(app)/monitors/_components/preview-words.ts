import { isFailure, isForPerson } from '@/domain/outcome';
import { outcomeWords } from '@/domain/trigger/outcome-words';
import { conditionIn } from '@/domain/trigger/sentence-locale';
import { formatValue } from '@/domain/value/value-format';
import type { Locale } from '@/domain/written/locales';
import { type Phase, phaseWords } from '@/ui/monitor/monitor-words';
import type { Preview, PreviewPhase } from './use-previews';

/** The stroke that a phase of a preview fills: understanding comes in the place of waiting. */
export function strokeOf(phase: PreviewPhase | null): Phase {
  return phase === null || phase === 'understanding' ? 'queued' : phase;
}

/** What the server does for a preview; null before it has said anything. */
export function previewPhaseWords(phase: PreviewPhase | null): string {
  return phase === 'understanding' ? 'Understanding your sentence…' : phaseWords(strokeOf(phase));
}

/** A preview in a breath, for who hears it: what was understood, what the page says, and what is to be done. */
export function previewSentence(preview: Preview, locale: Locale): string {
  const { triggerCondition, interpretation, reading, page } = preview;
  const condition = conditionIn(locale, { triggerCondition, fact: interpretation.fact });
  return `Preview: ${condition} ${readingSentence(reading, page, locale)}`;
}

function readingSentence(reading: Preview['reading'], page: Preview['page'], locale: Locale): string {
  if (reading === null) return 'Your sentence names no page. Add the address of one.';
  const { outcome, value, wouldFire, message, obstacle } = reading;
  if (isForPerson(outcome) && page !== null)
    return `Choose the value that you mean: the page shows ${page.candidates.length} that could be it.`;
  if (isFailure(outcome)) return `${outcomeWords(outcome).short}. ${message ?? ''}`.trim();
  const says =
    value === null ? 'The page shows that there is none.' : `The page says ${formatValue(value, { locale })}.`;
  if (obstacle !== null) return `${says} It cannot be saved like this: ${obstacle.message}`;
  return `${says} ${wouldFire ? 'It would alert now.' : 'It would not alert now.'}`;
}
