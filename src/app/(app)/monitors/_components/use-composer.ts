'use client';

import { useState } from 'react';
import type { Correction } from '@/domain/contract/correction';
import { PageInput } from '@/domain/contract/monitor-input';
import { type CallFailure, readFailure } from '@/trpc/client';
import { zodValidate } from '@/ui/form/form-values';
import { namesPage } from './composer-words';
import { type Draft, inputOf, type Preview, usePreviews } from './use-previews';

const validate = zodValidate(PageInput);

/**
 * The draft of a monitor, its preview, and whether the two still belong together. Of the monitor that is given, what
 * it already waits for is previewed as long as its sentence and page are what they were.
 */
export function useComposer(initial: Draft, monitorId?: string) {
  const [draft, setDraft] = useState(initial);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const { run, phase, shown, unread, cancel } = usePreviews(initial, monitorId);
  const [chosen, setChosen] = useState<{ of: Preview; with: Preview } | null>(null);
  const made = shown?.preview ?? null;
  const noPageFound = made !== null && made.reading === null && shown?.asked.prompt === draft.prompt;
  const asksPage = noPageFound || draft.source !== '' || (draft.prompt.trim().length >= 10 && !namesPage(draft.prompt));
  const preview = (asked: Draft, contract?: Correction) => {
    const found = validate(inputOf(asked));
    setDraft(asked);
    setErrors(found);
    if (Object.keys(found).length === 0) run.mutate({ asked, ...(contract === undefined ? {} : { contract }) });
  };
  const differs = (asked: Draft) => asked.prompt !== draft.prompt || asked.source !== draft.source;
  const stale = shown !== null && differs(shown.asked);
  const contract = stale ? undefined : shown?.contract;
  const failure: CallFailure | null = run.isError ? readFailure(run.error) : null;
  return {
    draft,
    change: (change: Partial<Draft>) => {
      setDraft((before) => ({ ...before, ...change }));
      setErrors({});
    },
    errors,
    /** Whether the field for the page's address is shown. */
    asksPage,
    noPageFound,
    /** What create and update take of the draft. */
    input: { ...inputOf(draft), ...(contract === undefined ? {} : { contract }) },
    preview,
    cancel,
    pending: run.isPending,
    /** What the server does for it now; null before it has said anything. */
    phase: run.isPending ? phase : null,
    /** True while a contract that the person wrote is previewed. */
    isCorrecting: run.isPending && run.variables.contract !== undefined,
    /** The sentence that nobody understood, as long as it stands in the form. */
    unread: unread !== null && !differs(unread) ? unread : null,
    failure,
    result: chosen !== null && chosen.of === made ? chosen.with : made,
    /** The monitor that goes on with what is chosen. */
    monitorId: shown?.monitorId,
    /** True where the person pointed at what is shown. */
    isChosen: chosen !== null && chosen.of === made,
    /** Takes what the person pointed at as what the preview read. */
    choose: (reading: NonNullable<Preview['reading']>) => {
      if (made) setChosen({ of: made, with: { ...made, reading } });
    },
    /** True where the draft was changed since the preview. */
    stale,
  };
}

export type Composer = ReturnType<typeof useComposer>;
