/** How looks through one of the operator's proxies ended in this process, since it was last told. */
export interface ProxyCount {
  /** Host and port; never credentials. */
  proxy: string;
  verdict: 'ok' | 'blocked' | 'failed';
  count: number;
  lastAt: Date;
}

/** Next loads modules more than once; what one of them counts another one tells. */
const shared = globalThis as typeof globalThis & { __monitorsProxies?: Map<string, ProxyCount> };

export function countProxy(proxy: string, verdict: ProxyCount['verdict'], now = new Date()): void {
  add({ proxy, verdict, count: 1, lastAt: now });
}

/** What was counted since the last time; nobody else gets it. */
export function takeProxyCounts(): ProxyCount[] {
  const counted = [...(shared.__monitorsProxies?.values() ?? [])];
  shared.__monitorsProxies = new Map();
  return counted;
}

/** Gives back what could not be kept. */
export function returnProxyCounts(counted: readonly ProxyCount[]): void {
  for (const one of counted) add(one);
}

function add({ proxy, verdict, count, lastAt }: ProxyCount): void {
  shared.__monitorsProxies ??= new Map();
  const key = `${verdict} ${proxy}`;
  const before = shared.__monitorsProxies.get(key);
  const latest = before && before.lastAt > lastAt ? before.lastAt : lastAt;
  shared.__monitorsProxies.set(key, { proxy, verdict, count: count + (before?.count ?? 0), lastAt: latest });
}
