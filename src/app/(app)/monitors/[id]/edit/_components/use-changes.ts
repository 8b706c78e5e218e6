'use client';

import { useState } from 'react';
import type { UpdateMonitorInput } from '@/domain/contract/monitor-input';
import { isFailure } from '@/domain/outcome';
import { conditionIn } from '@/domain/trigger/sentence-locale';
import type { Locale } from '@/domain/written/locales';
import type { MonitorView } from '@/trpc/monitor-view';
import { useLocale } from '@/ui/locale';
import { namesPage } from '../../../_components/composer-words';
import { isChoiceOfTiming } from '../../../_components/timing';
import { type Composer, useComposer } from '../../../_components/use-composer';
import type { Difference } from './before-after';

/** The page that stands in a field of its own, of a sentence that names none. */
const pageOf = (monitor: MonitorView) => (namesPage(monitor.prompt) ? '' : (monitor.sources[0] ?? ''));

/** What of a monitor is being changed, and what that makes of it. What did not change is not sent: its memory stays. */
export function useChanges(monitor: MonitorView) {
  const page = pageOf(monitor);
  const composer = useComposer({ prompt: monitor.prompt, source: page }, monitor.id);
  const [typed, setName] = useState<string | null>(null);
  const { prompt, source, contract } = composer.input;
  const remade = prompt.trim() !== monitor.prompt || (source ?? '') !== page || contract !== undefined;
  const name = typed ?? nameWith(monitor, remade ? composer : null);
  const locale = useLocale();
  const timing = useTimingChoice(monitor, composer, remade);
  const previewId = previewTaken(composer, remade && monitor.isActive);
  const change: UpdateMonitorInput = {
    ...(prompt.trim() === monitor.prompt ? {} : { prompt }),
    ...((source ?? '') === page ? {} : { source }),
    ...(contract === undefined ? {} : { contract }),
    ...(name === monitor.name ? {} : { name }),
    ...timing.change,
    ...(previewId === null ? {} : { previewId }),
  };
  const isChanged = remade || name !== monitor.name || timing.changed || previewId !== null;
  return {
    ...{ composer, name, setName, remade, timing, previewId, change, isChanged },
    differences: differencesOf(monitor, composer, { page, name, remade, locale }),
    why: obstacle(composer, remade),
  };
}

/** Our own name goes with the sentence; one that the person gave stays. */
function nameWith(monitor: MonitorView, composer: Composer | null): string {
  if (monitor.isOwnName || !composer?.result || composer.stale) return monitor.name;
  return composer.result.interpretation.suggestedName;
}

/** Why it cannot be saved as it stands, or null: what it would become is seen first. */
function obstacle({ result, stale, pending }: Composer, remade: boolean): string | null {
  if (!remade) return null;
  if (pending) return 'Wait for the preview.';
  if (result === null || stale) return 'Preview the change before you save it.';
  if (result.reading === null) return 'Add the address of a page, then preview again.';
  if (result.reading.obstacle) return 'Correct it, or point at the value, then save it.';
  return result.reading.outcome === 'url_refused' ? 'Give an address that may be read, then preview again.' : null;
}

function differencesOf(
  monitor: MonitorView,
  { draft, result, stale }: Composer,
  { page, name, remade, locale }: { page: string; name: string; remade: boolean; locale: Locale },
): Difference[] {
  const becomes = remade && result && !stale ? result : null;
  const pages = becomes?.interpretation.sources.join(', ') ?? (draft.source === page ? '' : draft.source.trim());
  const waitsFor = ({ triggerCondition }: { triggerCondition: string }, fact: string) =>
    conditionIn(locale, { triggerCondition, fact });
  const after = becomes === null ? '' : waitsFor(becomes, becomes.interpretation.fact);
  const all: Difference[] = [
    { label: 'Your sentence', before: monitor.prompt, after: draft.prompt.trim() },
    { label: 'What it waits for', before: waitsFor(monitor, monitor.extractedFact), after },
    { label: 'Page', before: monitor.sources.join(', '), after: pages },
    { label: 'Name', before: monitor.name, after: name },
  ];
  return all.filter(({ before, after }) => after !== '' && after !== before);
}

/**
 * The preview that is saved with a change: of what it becomes where that begins with it, or where the person pointed.
 */
function previewTaken({ result, stale, isChosen }: Composer, begins: boolean): string | null {
  if (stale || !result?.reading || isFailure(result.reading.outcome)) return null;
  return begins || isChosen ? result.id : null;
}

/** When to tell of a condition that is true already: for a new contract, or one that was never checked. */
function useTimingChoice(monitor: MonitorView, { result, stale }: Composer, remade: boolean) {
  const [picked, setTellNow] = useState<boolean | null>(null);
  const tellNow = picked ?? (remade || monitor.armed);
  const fresh = remade || monitor.lastOutcome === null;
  const offered = fresh && !stale && result !== null && isChoiceOfTiming(result);
  const changed = offered && !remade && tellNow !== monitor.armed;
  const change = offered && (remade || changed) ? { alertIfAlreadyTrue: tellNow } : {};
  return { offered, tellNow, setTellNow, changed, change };
}
