'use client';

import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Correction } from '@/domain/contract/correction';
import { readFailure, streamedCalls } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';

export type Preview = RouterOutputs['monitors']['preview'];

/** What the server does for a preview, in order. */
export type PreviewPhase = 'understanding' | 'loading' | 'reading' | 'deciding';

/** What a monitor is made of, as the form holds it. */
export interface Draft {
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

type Ask = Pick<Asked, 'asked' | 'contract'>;

/** An empty address is no address. */
export const inputOf = ({ prompt, source }: Draft) => ({ prompt, ...(source.trim() === '' ? {} : { source }) });

/** Asks for previews: what was made last, how far the next one is, and the sentence that nobody understood. */
export function usePreviews(initial: Draft, monitorId: string | undefined) {
  const [first] = useState(initial);
  const abort = useRef<AbortController>(null);
  const [shown, setShown] = useState<Asked | null>(null);
  const [unread, setUnread] = useState<Draft | null>(null);
  const [phase, setPhase] = useState<PreviewPhase | null>(null);
  const ask = async ({ asked, contract }: Ask, signal: AbortSignal): Promise<Asked> => {
    const { previews } = await streamedCalls();
    const isOwn = contract === undefined && asked.prompt === first.prompt && asked.source === first.source;
    if (monitorId !== undefined && isOwn)
      return {
        asked,
        monitorId,
        preview: await last(await previews.again.mutate({ id: monitorId }, { signal }), setPhase),
      };
    const corrected = contract === undefined ? {} : { contract };
    const corrects = contract === undefined || !shown?.preview.id ? {} : { corrects: shown.preview.id };
    const steps = await previews.live.mutate({ ...inputOf(asked), ...corrected, ...corrects }, { signal });
    return { asked, preview: await last(steps, setPhase), ...corrected };
  };
  const run = useMutation({
    mutationFn: (what: Ask) => {
      abort.current?.abort();
      abort.current = new AbortController();
      return ask(what, abort.current.signal);
    },
    onMutate: ({ contract }) => {
      setPhase(null);
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
  return { run, phase, shown, unread, cancel };
}

type Step = { phase: PreviewPhase } | { result: Preview };

/** What came of it; every phase is told as it begins. */
async function last(steps: AsyncIterable<Step>, tell: (phase: PreviewPhase) => void): Promise<Preview> {
  for await (const step of steps) {
    if ('result' in step) return step.result;
    tell(step.phase);
  }
  throw new Error('The preview ended before it was there');
}
