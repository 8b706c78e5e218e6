'use client';

import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Correction } from '@/domain/contract/correction';
import { PageInput } from '@/domain/contract/monitor-input';
import { type CallFailure, readFailure, useTRPCClient } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { zodValidate } from '@/ui/form/form-values';
import { namesPage } from './composer-words';

export type Preview = RouterOutputs['monitors']['preview'];

/** What a monitor is made of, as the form holds it. */
interface Draft {
  prompt: string;
  /** The page's address; empty where the prompt names it. */
  source: string;
}

interface Asked {
  asked: Draft;
  preview: Preview;
  /** What the person wrote in place of what was understood. */
  contract?: Correction;
  /** The monitor whose own contract it is. */
  monitorId?: string;
}

const validate = zodValidate(PageInput);
/** An empty address is no address. */
const inputOf = ({ prompt, source }: Draft) => ({ prompt, ...(source.trim() === '' ? {} : { source }) });

/** Asks for previews: what was made last, and the sentence that nobody understood. */
function usePreviews(initial: Draft, monitorId: string | undefined) {
  const client = useTRPCClient();
  const [first] = useState(initial);
  const abort = useRef<AbortController>(null);
  const [shown, setShown] = useState<Asked | null>(null);
  const [unread, setUnread] = useState<Draft | null>(null);
  const run = useMutation({
    mutationFn: async ({ asked, contract }: Pick<Asked, 'asked' | 'contract'>): Promise<Asked> => {
      abort.current?.abort();
      abort.current = new AbortController();
      const { signal } = abort.current;
      const isOwn = contract === undefined && asked.prompt === first.prompt && asked.source === first.source;
      if (monitorId !== undefined && isOwn)
        return { asked, monitorId, preview: await client.monitors.previewAgain.mutate({ id: monitorId }, { signal }) };
      const corrected = contract === undefined ? {} : { contract };
      const preview = await client.monitors.preview.mutate({ ...inputOf(asked), ...corrected }, { signal });
      return { asked, preview, ...corrected };
    },
    onMutate: ({ contract }) => {
      // What was written into the fields of a correction stays there until it was previewed.
      if (contract !== undefined) return;
      setShown(null);
      setUnread(null);
    },
    onSuccess: (made) => {
      setShown(made);
      setUnread(null);
    },
    onError: (error, { asked }) => {
      if (readFailure(error).reason === 'not_understood') setUnread(asked);
    },
  });
  const cancel = () => {
    abort.current?.abort();
    run.reset();
  };
  return { run, shown, unread, cancel };
}

/**
 * The draft of a monitor, its preview, and whether the two still belong together. Of the monitor that is given, what
 * it already waits for is previewed as long as its sentence and page are what they were.
 */
export function useComposer(initial: Draft, monitorId?: string) {
  const [draft, setDraft] = useState(initial);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const { run, shown, unread, cancel } = usePreviews(initial, monitorId);
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
