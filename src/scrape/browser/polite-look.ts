import type { Failure } from '@/domain/outcome';
import { failureOfBusy } from '../egress/network-failure';
import type { ProxyPool } from '../egress/proxy-pool';
import { fullLook } from '../full-look';
import type { Politeness } from '../http/politeness';
import { withRetries } from '../http/retry';
import type { LookRequest, LookResult } from '../scraper';
import { createLookClock, LookFailed, wholeMs } from './look-end';
import type { FullLookTools } from './look-tools';

export interface PoliteTools extends Omit<FullLookTools, 'clock'> {
  politeness: Politeness;
  proxies: ProxyPool;
}

/** Below this a second load would not be finished in time. */
const LEAST_MS = 6_000;

/**
 * A full look with politeness: few at a time at one host, not before it wants to be asked again, by way of the
 * operator's proxies if there are any, and once more after a short wait where the failure may pass. Its turn at the
 * host comes after its place in the browser, so that nobody who waits for a place keeps others from the host.
 */
export async function politeLook(request: LookRequest, tools: PoliteTools): Promise<LookResult> {
  const clock = createLookClock(wholeMs(request.deadlineMs ?? tools.deadlineMs, tools.deadlineMs), request.signal);
  try {
    if (request.given) return await fullLook(request, { ...tools, clock });
    return await withRetries(
      () => lookInTurn(request, { ...tools, clock }),
      (result) => (result.ok || !mayPass(result.failure) ? null : { afterMs: result.failure.retryAfterMs }),
      { retries: 1, signal: request.signal, remainingMs: () => clock.leftMs() - LEAST_MS },
    );
  } finally {
    clock.stop();
  }
}

/** What the deadline ended or the page itself did would only happen again. */
function mayPass(failure: Failure): boolean {
  return failure.outcome === 'unavailable' && failure.retryable && !/^(deadline|crash)$/.test(failure.detail ?? '');
}

async function lookInTurn(request: LookRequest, tools: PoliteTools & FullLookTools): Promise<LookResult> {
  const { politeness, proxies } = tools;
  const host = new URL(request.url).hostname;
  const upstream = proxies.pick(host);
  const turn = turnAt(host, politeness);
  try {
    const result = await fullLook(request, { ...tools, upstream, enterHost: turn.enter, leaveHost: turn.leave });
    if (upstream && turn.wasHad()) proxies.report(upstream, verdictOf(result), host);
    if (!result.ok && result.failure.retryAfterMs !== undefined) politeness.hold(host, result.failure.retryAfterMs);
    return result;
  } finally {
    turn.leave();
  }
}

/** One turn at the host, however often a look begins anew. */
function turnAt(host: string, politeness: Politeness) {
  let leave: (() => void) | null = null;
  return {
    enter: async (signal: AbortSignal) => {
      if (leave !== null) return;
      const admission = await politeness.enter(host, signal).catch(() => null);
      if (admission === null) throw new LookFailed(failureOfBusy(host));
      if (!admission.ok) throw new LookFailed(admission.failure);
      leave = admission.leave;
    },
    wasHad: () => leave !== null,
    leave: () => leave?.(),
  };
}

function verdictOf(result: LookResult): 'ok' | 'blocked' | 'failed' {
  if (result.ok) return 'ok';
  if (result.failure.outcome === 'blocked') return 'blocked';
  return result.failure.detail === 'EUPSTREAM' ? 'failed' : 'ok';
}
