'use client';

import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { PreviewInput } from '@/domain/contract/monitor-input';
import { type CallFailure, readFailure, useTRPCClient } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { zodValidate } from '@/ui/form/zod-validate';
import { namesPage } from './names-page';

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
  /** The monitor whose own contract it is. */
  monitorId?: string;
}

const validate = zodValidate(PreviewInput);
/** An empty address is no address. */
const inputOf = ({ prompt, source }: Draft) => ({ prompt, ...(source.trim() === '' ? {} : { source }) });

/**
 * The draft of a monitor, its preview, and whether the two still belong together. Of the monitor that is given, what
 * it already waits for is previewed as long as its sentence and page are what they were.
 */
export function useComposer(initial: Draft, monitorId?: string) {
  const client = useTRPCClient();
  const [first] = useState(initial);
  const [draft, setDraft] = useState(initial);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const abort = useRef<AbortController>(null);
  const run = useMutation({
    mutationFn: async (asked: Draft): Promise<Asked> => {
      abort.current?.abort();
      abort.current = new AbortController();
      const { signal } = abort.current;
      if (monitorId !== undefined && asked.prompt === first.prompt && asked.source === first.source)
        return { asked, monitorId, preview: await client.monitors.previewAgain.mutate({ id: monitorId }, { signal }) };
      return { asked, preview: await client.monitors.preview.mutate(inputOf(asked), { signal }) };
    },
  });
  const [chosen, setChosen] = useState<{ of: Preview; with: Preview } | null>(null);
  const made = run.data?.preview ?? null;
  const noPageFound = run.data?.preview.reading === null && run.data.asked.prompt === draft.prompt;
  const asksPage = noPageFound || draft.source !== '' || (draft.prompt.trim().length >= 10 && !namesPage(draft.prompt));
  const preview = (asked: Draft) => {
    const found = validate(inputOf(asked));
    setDraft(asked);
    setErrors(found);
    if (Object.keys(found).length === 0) run.mutate(asked);
  };
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
    input: inputOf(draft),
    preview,
    cancel: () => {
      abort.current?.abort();
      run.reset();
    },
    pending: run.isPending,
    failure,
    result: chosen !== null && chosen.of === made ? chosen.with : made,
    /** The monitor that goes on with what is chosen. */
    monitorId: run.data?.monitorId,
    /** True where the person pointed at what is shown. */
    isChosen: chosen !== null && chosen.of === made,
    /** Takes what the person pointed at as what the preview read. */
    choose: (reading: NonNullable<Preview['reading']>) => {
      if (made) setChosen({ of: made, with: { ...made, reading } });
    },
    /** True where the draft was changed since the preview. */
    stale: run.data !== undefined && (run.data.asked.prompt !== draft.prompt || run.data.asked.source !== draft.source),
  };
}

export type Composer = ReturnType<typeof useComposer>;
