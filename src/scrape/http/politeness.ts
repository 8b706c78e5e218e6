import { setTimeout as delay } from 'node:timers/promises';
import type { Failure } from '@/domain/outcome';

export interface PolitenessOptions {
  /** Looks at one host at the same time. */
  concurrency?: number;
  /** Between the starts of two looks at one host. */
  pauseMs?: number;
  /** A site that asks for a longer wait is left alone at once: nobody waits that long in front of a page. */
  longestWaitMs?: number;
  /** Milliseconds; any zero. */
  now?: () => number;
  sleep?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

type Admission = { ok: true; leave: () => void } | { ok: false; failure: Failure };

/** How we behave towards a host: few at a time, not in bursts, and not before the time that it asked for. */
export interface Politeness {
  /** Waits for a turn. Call `leave` when done, once. Throws the signal's reason when it is aborted while waiting. */
  enter(host: string, signal?: AbortSignal): Promise<Admission>;
  /** The site asked to be left alone for this long (Retry-After). */
  hold(host: string, ms: number): void;
}

interface HostState {
  running: number;
  waiting: Array<() => void>;
  nextStart: number;
  heldUntil: number;
}

const MANY_HOSTS = 1_000;

export function createPoliteness(options: PolitenessOptions = {}): Politeness {
  const { concurrency = 4, pauseMs = 100, longestWaitMs = 10_000, now = () => performance.now() } = options;
  const sleep = options.sleep ?? pause;
  const hosts = new Map<string, HostState>();
  const stateOf = (host: string): HostState => {
    const state = hosts.get(host) ?? { running: 0, waiting: [], nextStart: 0, heldUntil: 0 };
    if (hosts.size >= MANY_HOSTS) forgetIdle(hosts, now());
    hosts.set(host, state);
    return state;
  };
  const leave = (host: string, state: HostState) => {
    const next = state.waiting.shift();
    // The turn is handed over as it is, so that nobody can slip in between.
    if (next) return next();
    state.running -= 1;
    if (isIdle(state, now())) hosts.delete(host);
  };
  return {
    enter: async (host, signal) => {
      const state = stateOf(host);
      const held = state.heldUntil - now();
      if (held > longestWaitMs) return { ok: false, failure: askedToWait(host, held) };
      await takeTurn(state, concurrency, signal);
      let left = false;
      const leaveOnce = () => {
        if (left) return;
        left = true;
        leave(host, state);
      };
      try {
        const start = Math.max(now(), state.nextStart, state.heldUntil);
        state.nextStart = start + pauseMs;
        const wait = start - now();
        if (wait > 0) await sleep(wait, signal);
        return { ok: true, leave: leaveOnce };
      } catch (error) {
        leaveOnce();
        throw error;
      }
    },
    hold: (host, ms) => {
      const state = stateOf(host);
      state.heldUntil = Math.max(state.heldUntil, now() + ms);
    },
  };
}

/** First come, first served. */
async function takeTurn(state: HostState, concurrency: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  if (state.running < concurrency) {
    state.running += 1;
  } else {
    await new Promise<void>((resolve, reject) => {
      const go = () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      const stop = () => {
        state.waiting.splice(state.waiting.indexOf(go), 1);
        reject(signal?.reason);
      };
      state.waiting.push(go);
      signal?.addEventListener('abort', stop, { once: true });
    });
  }
}

function isIdle(state: HostState, now: number): boolean {
  return state.running === 0 && state.waiting.length === 0 && Math.max(state.heldUntil, state.nextStart) <= now;
}

function forgetIdle(hosts: Map<string, HostState>, now: number): void {
  for (const [host, state] of hosts) if (isIdle(state, now)) hosts.delete(host);
}

function askedToWait(host: string, ms: number): Failure {
  const seconds = Math.ceil(ms / 1_000);
  const wait = seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`;
  return {
    outcome: 'blocked',
    message: `${host} asked us to wait. Try again in ${wait}.`,
    retryable: true,
    retryAfterMs: Math.ceil(ms),
    detail: 'retry-after',
  };
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await delay(ms, undefined, signal ? { signal } : {});
}
