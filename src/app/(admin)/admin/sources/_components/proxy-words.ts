import type { ProxyCounts, ProxyHealth } from '@/domain/system/proxies';

const NONE: ProxyCounts = { ok: 0, blocked: 0, failed: 0 };

/** What was used, then what is set and was not; each host and port once. */
export function withUnused(used: readonly ProxyHealth[], configured: readonly string[]): ProxyHealth[] {
  const known = new Set(used.map(({ proxy }) => proxy));
  const unused = [...new Set(configured)].filter((proxy) => !known.has(proxy));
  const nothing = { day: NONE, week: NONE, lastSuccessAt: null, lastFailureAt: null };
  return [...used, ...unused.map((proxy) => ({ proxy, ...nothing }))];
}

/** "96 % of 25: shut out by the site 1 ×"; rounded down, so that only all is 100 %. */
export function countWords({ ok, blocked, failed }: ProxyCounts): string {
  const all = ok + blocked + failed;
  if (all === 0) return 'Not used';
  const kinds = [
    ...(blocked > 0 ? [`shut out by the site ${blocked.toLocaleString('en')}\u00a0×`] : []),
    ...(failed > 0 ? [`did not work itself ${failed.toLocaleString('en')}\u00a0×`] : []),
  ];
  const rate = `${Math.floor((ok * 100) / all)} % of ${all.toLocaleString('en')}`;
  return kinds.length > 0 ? `${rate}: ${kinds.join(', ')}` : rate;
}
