'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type CallFailure, readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import type { Preview } from '../use-previews';

export type PageText = RouterOutputs['monitors']['pageTexts'][number];
export type Page = NonNullable<Preview['page']>;
type Reading = NonNullable<Preview['reading']>;

/** What is marked: a candidate by its number, a text of the page by its start, or that none of them is it. */
export type Marked = { candidate: number } | { text: number } | 'none' | null;

export function isText(marked: Marked): boolean {
  return marked === 'none' || (marked !== null && 'text' in marked);
}

/** What the person points at on the page of a preview, of `monitorId` where it is one's, and taking it. */
export function usePointing(previewId: string, onChosen: (reading: Reading) => void, monitorId?: string) {
  const trpc = useTRPC();
  const [marked, mark] = useState<Marked>(null);
  const { data: texts = [], isPending } = useQuery({
    ...trpc.monitors.pageTexts.queryOptions({ previewId }),
    enabled: isText(marked),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const choose = useMutation(trpc.monitors.choose.mutationOptions({ onSuccess: onChosen }));
  const pointed = marked !== null && marked !== 'none' && 'text' in marked ? marked.text : null;
  const text = texts.find(({ start }) => start === pointed) ?? null;
  const take = () => {
    if (marked === null || marked === 'none') return;
    const of = { previewId, ...(monitorId === undefined ? {} : { monitorId }) };
    if ('candidate' in marked) choose.mutate({ ...of, candidate: marked.candidate });
    else if (text) choose.mutate({ ...of, span: { start: text.start, end: text.end } });
  };
  const failure: CallFailure | null = choose.isError ? readFailure(choose.error) : null;
  return {
    marked,
    mark: (next: Marked) => {
      choose.reset();
      mark(next);
    },
    texts,
    isLoading: isText(marked) && isPending,
    /** The text that is marked. */
    text,
    take,
    canTake: marked !== null && marked !== 'none',
    pending: choose.isPending,
    failure,
  };
}

export type Pointing = ReturnType<typeof usePointing>;
