'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LetterKey } from '@/domain/system/dead-letters';
import { readFailure, useTRPC } from '@/trpc/client';
import { notify } from '@/ui/notify';
import { discardedWords, retriedWords } from './letter-words';

type Which = LetterKey[] | 'all';

/** Has letters tried again or puts them aside, and tells what became of it. */
export function useLetterActs() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const common = {
    onSettled: () => queryClient.invalidateQueries(trpc.admin.system.pathFilter()),
    onError: (error: Parameters<typeof readFailure>[0]) =>
      notify({ color: 'red', title: 'Nothing was changed', message: readFailure(error).message }),
  };
  const retry = useMutation(
    trpc.admin.system.retryLetters.mutationOptions({
      ...common,
      onSuccess: ({ retried }) => notify({ message: retriedWords(retried) }),
    }),
  );
  const discard = useMutation(
    trpc.admin.system.discardLetters.mutationOptions({
      ...common,
      onSuccess: ({ discarded }) => notify({ message: discardedWords(discarded) }),
    }),
  );
  return {
    retry: (letters: Which) => retry.mutate({ letters }),
    discard: (letters: Which) => discard.mutate({ letters }),
    pending: retry.isPending || discard.isPending,
  };
}
