'use client';

import type { TRPCClient } from '@trpc/client';
import { useEffect, useState } from 'react';
import { type CallFailure, readFailure } from './failure';
import type { AppRouter } from './root';

const load = () => import('./make-client');

interface Reactions<Output> {
  onDone?: (output: Output) => void;
  onFailed?: (failure: CallFailure) => void;
}

type State<Input, Output> = {
  pending: boolean;
  failure: CallFailure | null;
  done: { input: Input; output: Output } | null;
};

/**
 * A call of the API for pages that people come to first: tRPC is loaded when somebody begins to use the page, not with
 * it, and no provider is needed. Everywhere else `useTRPC()` with TanStack Query does more.
 */
export function useCall<Input, Output>(
  ask: (client: TRPCClient<AppRouter>, input: Input) => Promise<Output>,
  { onDone, onFailed }: Reactions<Output> = {},
) {
  const [state, setState] = useState<State<Input, Output>>({ pending: false, failure: null, done: null });
  useEffect(() => {
    // What cannot be loaded now is tried again with the call, which says so.
    const prepare = () => void load().catch(() => undefined);
    document.addEventListener('focusin', prepare, { once: true });
    return () => document.removeEventListener('focusin', prepare);
  }, []);
  const call = async (input: Input): Promise<void> => {
    setState({ pending: true, failure: null, done: null });
    try {
      const { makeClient } = await load();
      const output = await ask(makeClient(), input);
      setState({ pending: false, failure: null, done: { input, output } });
      onDone?.(output);
    } catch (error) {
      const failure = readFailure(error);
      setState({ pending: false, failure, done: null });
      onFailed?.(failure);
    }
  };
  return { ...state, call };
}
