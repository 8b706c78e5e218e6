import { createHash } from 'node:crypto';

/** What came of a request through a proxy: it worked, the site shut it out, or the proxy itself did not work. */
export type ProxyVerdict = 'ok' | 'blocked' | 'failed';

/** The operator's proxies, in turn and by health. */
export interface ProxyPool {
  /** A source keeps its proxy while that works. Null: no proxies are set, go straight. */
  pick(host: string): URL | null;
  report(proxy: URL, verdict: ProxyVerdict, host: string): void;
  /** For the admin page: never with credentials. */
  health(): Array<{ proxy: string; failuresInARow: number; restingForMs: number }>;
}

interface Member {
  url: URL;
  failuresInARow: number;
  restsUntil: number;
  /** Hosts that shut this proxy out, and until when it is not sent there. */
  shutOutOf: Map<string, number>;
}

const FIRST_REST_MS = 30_000;
const LONGEST_REST_MS = 30 * 60_000;
const SHUT_OUT_MS = 30 * 60_000;
const MANY_HOSTS = 1_000;

/**
 * `now`: milliseconds from any zero, by a clock that is never set. `onReport` hears of each verdict, by the proxy's
 * host and port: never its credentials.
 */
export function createProxyPool(
  proxies: readonly URL[],
  now: () => number = () => performance.now(),
  onReport: (proxy: string, verdict: ProxyVerdict) => void = () => {},
): ProxyPool {
  const members: Member[] = proxies.map((url) => ({ url, failuresInARow: 0, restsUntil: 0, shutOutOf: new Map() }));
  return {
    pick: (host) => pick(members, host, now()),
    report: (proxy, verdict, host) => {
      const member = members.find((each) => each.url.href === proxy.href);
      if (member === undefined) return;
      note(member, verdict, host, now());
      onReport(member.url.host, verdict);
    },
    health: () =>
      members.map((member) => ({
        proxy: member.url.host,
        failuresInARow: member.failuresInARow,
        restingForMs: Math.max(0, member.restsUntil - now()),
      })),
  };
}

function note(member: Member, verdict: ProxyVerdict, host: string, now: number): void {
  if (verdict === 'failed') {
    member.failuresInARow += 1;
    member.restsUntil = now + Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** (member.failuresInARow - 1));
    return;
  }
  member.failuresInARow = 0;
  member.restsUntil = 0;
  if (verdict === 'ok') member.shutOutOf.delete(host);
  if (verdict === 'blocked') {
    if (member.shutOutOf.size >= MANY_HOSTS) member.shutOutOf.clear();
    member.shutOutOf.set(host, now + SHUT_OUT_MS);
  }
}

/**
 * Each host ranks the proxies in an order of its own (rendezvous hashing) and takes its best one that works: load
 * spreads, a host keeps its proxy, and only the hosts of a failed one move. When none is free, the first to be so.
 */
function pick(members: readonly Member[], host: string, now: number): URL | null {
  const freeAt = (member: Member) => Math.max(member.restsUntil, member.shutOutOf.get(host) ?? 0);
  const ranked = members.toSorted((a, b) => rank(b, host).localeCompare(rank(a, host)));
  const best = ranked.find((member) => freeAt(member) <= now) ?? ranked.toSorted((a, b) => freeAt(a) - freeAt(b))[0];
  return best?.url ?? null;
}

function rank(member: Member, host: string): string {
  return createHash('sha256').update(`${member.url.href} ${host}`).digest('hex');
}
