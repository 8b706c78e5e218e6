'use client';

import { skipToken, useMutation, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useState } from 'react';
import { readFailure, useTRPC } from '@/trpc/client';
import type { MonitorView } from '@/trpc/monitor-view';
import { notify } from '@/ui/notify';
import { useClock } from '../time/clock';
import { secondsUntil } from '../time/time-words';
import type { Phase } from './monitor-words';
import { useMonitorCache } from './use-monitor-cache';

/** One monitor's *Check now*: what it does at present, and the way to press it. */
export interface Check {
  /** Null while nothing is under way. */
  phase: Phase | null;
  /** What the last check of this visit decided. */
  ended: string | null;
  /** Why the last press came to nothing. */
  problem: string | null;
  /** Checks that ended while this was on the page. */
  count: number;
  /** Seconds until the next press is allowed. */
  secondsLeft: number;
  /** It waits behind others: a press brings it forward. */
  canHurry: boolean;
  start: () => void;
}

/** What a refresh of many, which follows all its evaluations itself, knows of one of them. */
export interface SharedCheck {
  evaluationId: string;
  phase: Phase;
  canHurry: boolean;
  /** Its sentence, where it ended while this was on the page. */
  ended: string | null;
}

const LOST = 'We lost sight of this check. Its result appears here when it has ended; reload the page to see it.';

/**
 * Starts and follows a monitor's evaluation. One that is under way already (another tab, a reload, *Check all*) is
 * followed too. `follow` false leaves it alone, since a browser keeps only a few streams open at a time; `shared` is
 * what somebody else's stream tells.
 */
export function useCheck(monitor: MonitorView, follow = true, shared?: SharedCheck): Check {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const cache = useMonitorCache();
  const [phase, setPhase] = useState<Phase>('queued');
  const [ended, setEnded] = useState<{ sentence: string; count: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [hurried, setHurried] = useState<string | null>(null);
  const live = monitor.liveEvaluationId;
  const told = shared !== undefined && shared.evaluationId === live ? shared : null;
  const allowedAt = monitor.nextAllowedRefresh?.getTime() ?? null;
  const secondsLeft = useClock((now) => secondsUntil(allowedAt, now));

  const start = useMutation(
    trpc.refresh.start.mutationOptions({
      onMutate: () => {
        setProblem(null);
        setPhase('queued');
      },
      onSuccess: ({ id }) => {
        setHurried(id);
        cache.patch(monitor.id, { liveEvaluationId: id });
        // The summary of an earlier check of several goes with this one.
        void queryClient.invalidateQueries(trpc.refreshBatch.latest.queryFilter());
      },
      onError: (error) => {
        const { message, retryAt, reason } = readFailure(error);
        setProblem(message);
        notify({ color: 'red', title: `${monitor.name} was not checked`, message });
        if (retryAt && reason === 'refresh_too_soon') cache.patch(monitor.id, { nextAllowedRefresh: retryAt });
      },
    }),
  );

  const finish = async (sentence: string | null) => {
    await cache.refetch();
    // Also where the refetch failed: nothing is under way any more.
    cache.patch(monitor.id, { liveEvaluationId: null });
    setPhase('queued');
    if (sentence !== null) setEnded((before) => ({ sentence, count: (before?.count ?? 0) + 1 }));
  };

  useSubscription(
    trpc.refresh.progress.subscriptionOptions(
      live !== null && follow && told === null ? { evaluationId: live } : skipToken,
      {
        onData: (evaluation) => {
          if (evaluation.phase === 'done') void finish(evaluation.sentence ?? '');
          else setPhase(evaluation.phase);
        },
        onError: () => {
          setProblem(LOST);
          void finish(null);
        },
      },
    ),
  );

  const busy = start.isPending || live !== null;
  return {
    phase: busy ? (told?.phase ?? phase) : null,
    ended: shared?.ended ?? ended?.sentence ?? null,
    problem,
    count: (ended?.count ?? 0) + (typeof shared?.ended === 'string' ? 1 : 0),
    secondsLeft,
    canHurry: told?.canHurry === true && !start.isPending && hurried !== live,
    start: () => start.mutate({ monitorId: monitor.id }),
  };
}
