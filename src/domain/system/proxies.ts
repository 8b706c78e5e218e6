import { z } from 'zod';

/** Looks through a proxy: they went well, the site shut the proxy out, or the proxy itself did not work. */
const ProxyCounts = z.strictObject({
  ok: z.number().int(),
  blocked: z.number().int(),
  failed: z.number().int(),
});
export type ProxyCounts = z.infer<typeof ProxyCounts>;

/** How one of the operator's proxies does, by host and port. */
export const ProxyHealth = z.strictObject({
  proxy: z.string(),
  day: ProxyCounts,
  week: ProxyCounts,
  lastSuccessAt: z.date().nullable(),
  lastFailureAt: z.date().nullable(),
});
export type ProxyHealth = z.infer<typeof ProxyHealth>;
