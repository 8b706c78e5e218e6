import type { Failure } from '@/domain/outcome';
import { fullLook } from './full-look';
import type { HostManners } from './host-manners';
import { wholeMs } from './look-end';
import type { FullLookTools } from './look-tools';
import type { ProxyPool } from './proxy-pool';
import { withRetries } from './retry';
import type { LookRequest, LookResult } from './scraper';

export interface PoliteTools extends FullLookTools {
  manners: HostManners;
  proxies: ProxyPool;
}

/** Below this a second load would not be finished in time. */
const LEAST_MS = 6_000;

/**
 * A full look with manners: few at a time at one host, not before it wants to be asked again, by way of the operator's
 * proxies if there are any, and once more after a short wait where the failure may pass.
 */
export async function politeLook(request: LookRequest, tools: PoliteTools): Promise<LookResult> {
  if (request.given) return fullLook(request, tools);
  const deadlineMs = wholeMs(request.deadlineMs ?? tools.deadlineMs, tools.deadlineMs);
  const until = performance.now() + deadlineMs;
  const leftMs = () => until - performance.now();
  return withRetries(
    () => admitted({ ...request, deadlineMs: Math.max(1, Math.ceil(leftMs())) }, tools),
    (result) => (result.ok || !mayPass(result.failure) ? null : { afterMs: result.failure.retryAfterMs }),
    { retries: 1, signal: request.signal, remainingMs: () => leftMs() - LEAST_MS },
  );
}

/** What the deadline ended or the page itself did would only happen again. */
function mayPass(failure: Failure): boolean {
  return failure.outcome === 'unavailable' && failure.retryable && !/^(deadline|crash)$/.test(failure.detail ?? '');
}

async function admitted(request: LookRequest, tools: PoliteTools): Promise<LookResult> {
  const { manners, proxies } = tools;
  const host = new URL(request.url).hostname;
  const signal = AbortSignal.any([
    AbortSignal.timeout(wholeMs(request.deadlineMs ?? tools.deadlineMs, tools.deadlineMs)),
    ...(request.signal ? [request.signal] : []),
  ]);
  const admission = await manners.enter(host, signal).catch(() => null);
  if (admission === null) return { ok: false, failure: busyHost(host) };
  if (!admission.ok) return admission;
  const upstream = proxies.pick(host);
  try {
    const result = await fullLook(request, { ...tools, upstream, leaveHost: admission.leave });
    if (upstream) proxies.report(upstream, verdictOf(result), host);
    if (!result.ok && result.failure.retryAfterMs !== undefined) manners.hold(host, result.failure.retryAfterMs);
    return result;
  } finally {
    admission.leave();
  }
}

function busyHost(host: string): Failure {
  const message = `Too many pages of ${host} are being read at the moment. Try again in a minute.`;
  return { outcome: 'unavailable', message, retryable: true, detail: 'deadline' };
}

function verdictOf(result: LookResult): 'ok' | 'blocked' | 'failed' {
  if (result.ok) return 'ok';
  if (result.failure.outcome === 'blocked') return 'blocked';
  return result.failure.detail === 'EUPSTREAM' ? 'failed' : 'ok';
}
