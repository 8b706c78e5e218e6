import { type BatchItem, summarise } from '@/domain/refresh-batch';
import { outcomeWords } from '@/domain/trigger/outcome-words';
import { sentenceIn } from '@/domain/trigger/sentence-locale';
import type { Locale } from '@/domain/written/locales';
import { phaseWords } from '@/ui/monitor/monitor-words';

type Item = Pick<BatchItem, 'monitorId' | 'name' | 'refusal'> & {
  evaluation: Omit<NonNullable<BatchItem['evaluation']>, 'priority'> | null;
};

const monitors = (count: number) => (count === 1 ? '1 monitor' : `${count} monitors`);

/** How far a refresh of many is: "Checking 10 monitors: 3 done, 1 not checked." */
export function progressSentence(items: readonly Item[]): string {
  const { asked, underWay, refused } = summarise(items);
  const rest = refused > 0 ? `, ${refused} not checked` : '';
  return `Checking ${monitors(asked)}: ${asked - underWay - refused} done${rest}.`;
}

/** What came of it: "8 checked, 2 changed, 1 alert. 1 failed (page did not answer). 1 not checked: …" */
export function summarySentence(items: readonly Item[]): string {
  const { checked, changed, alerts, failed, refused } = summarise(items);
  const sentences: string[] = [];
  if (checked > 0) sentences.push(`${checked} checked, ${changed || 'none'} changed, ${alertWords(alerts)}.`);
  if (failed.length > 0) {
    const kinds = failed.map(({ outcome, count }) => {
      const words = lowerFirst(outcomeWords(outcome).short);
      return failed.length === 1 ? words : `${count} ${words}`;
    });
    sentences.push(`${failed.reduce((sum, { count }) => sum + count, 0)} failed (${kinds.join(', ')}).`);
  }
  if (refused > 0) sentences.push(refusedWords(items, refused));
  return sentences.join(' ');
}

/** One monitor's part in it. */
export function itemWords({ evaluation, refusal }: Item, locale: Locale): string {
  if (refusal !== null) return refusal.sentence;
  if (evaluation === null) return '';
  if (evaluation.phase !== 'done') return phaseWords(evaluation.phase);
  return sentenceIn(locale, evaluation.sentence ?? '');
}

/** Where all were refused for the same reason it is said once; else each monitor has its own sentence below. */
function refusedWords(items: readonly Item[], refused: number): string {
  const reasons = new Set(items.flatMap(({ refusal }) => refusal?.sentence ?? []));
  const [only] = reasons;
  return reasons.size === 1 && only !== undefined ? `${refused} not checked: ${only}` : `${refused} not checked.`;
}

function alertWords(alerts: number): string {
  return alerts === 0 ? 'no alert' : alerts === 1 ? '1 alert' : `${alerts} alerts`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
