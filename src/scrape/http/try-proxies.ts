import { createProxyPool } from '../egress/proxy-pool';
import { fetchPlain } from './fetch-plain';
import type { PlainNetwork } from './plain-network';
import type { Politeness } from './politeness';

/** How a proxy of the operator's did. */
export interface TriedProxy {
  /** Its host and port: never what it is signed in with. */
  proxy: string;
  /** What went wrong, in a sentence; null where it brought an answer. */
  fault: string | null;
  tookMs: number;
}

const EACH_MS = 10_000;
const AT_ONCE = 4;

/**
 * Asks each proxy for the first of the addresses, and for the next where that brought nothing: only that none comes
 * says something of the proxy. Any answer will do, walls too. Bounded; those that `signal` leaves no time for are left
 * out. Never throws.
 */
export async function tryProxies(
  proxies: readonly URL[],
  addresses: readonly string[],
  tools: { network: PlainNetwork; politeness: Politeness; signal: AbortSignal },
): Promise<TriedProxy[]> {
  const tried: TriedProxy[] = [];
  for (let from = 0; from < proxies.length; from += AT_ONCE) {
    if (tools.signal.aborted) break;
    const some = await Promise.all(proxies.slice(from, from + AT_ONCE).map((proxy) => tryOne(proxy, addresses, tools)));
    if (!tools.signal.aborted) tried.push(...some);
  }
  return tried;
}

async function tryOne(
  proxy: URL,
  addresses: readonly string[],
  tools: { network: PlainNetwork; politeness: Politeness; signal: AbortSignal },
): Promise<TriedProxy> {
  const since = performance.now();
  let fault: string | null = 'there was nothing to ask it for';
  for (const address of addresses) {
    // A pool of its own: that of people's checks would send it elsewhere.
    const proxies = createProxyPool([proxy]);
    const answer = await fetchPlain(address, { ...tools, proxies, deadlineMs: EACH_MS, retry: { retries: 0 } });
    fault = answer.ok ? null : answer.failure.message;
    if (fault === null) break;
  }
  return { proxy: proxy.host, fault, tookMs: Math.round(performance.now() - since) };
}
