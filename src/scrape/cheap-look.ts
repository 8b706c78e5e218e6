import type { Snapshot } from '@/domain/snapshot';
import type { PageParser } from './document/page-parser';
import type { ProxyPool } from './egress/proxy-pool';
import { fetchPlain } from './http/fetch-plain';
import type { PlainNetwork } from './http/plain-network';
import type { Politeness } from './http/politeness';
import type { Look, LookRequest, LookResult } from './scraper';

/** The plain road and how it is used. */
export interface PlainTools {
  network: PlainNetwork;
  proxies: ProxyPool;
  politeness: Politeness;
  parser: PageParser;
  now: () => Date;
}

/** Reads a document by plain HTTP, or the given one, without a browser. Never throws for what a site does. */
export async function cheapLook(request: LookRequest, tools: PlainTools, deadlineMs: number): Promise<LookResult> {
  const started = performance.now();
  const answer = request.given ? { ok: true as const, finalUrl: request.url, ...request.given } : await ask();
  if (!answer.ok) return { ok: false, failure: answer.failure };
  const loaded = {
    url: request.url,
    finalUrl: answer.finalUrl,
    status: answer.status,
    headers: answer.headers,
    body: answer.body,
    loadedAt: tools.now().toISOString(),
    loadMs: Math.round(performance.now() - started),
    look: request.look,
  };
  const result = await tools.parser.fromDocument(loaded, request.signal);
  return result.ok ? { ok: true, look: plainLook(result.snapshot) } : result;

  function ask() {
    return fetchPlain(request.url, {
      network: tools.network,
      proxies: tools.proxies,
      politeness: tools.politeness,
      now: tools.now,
      signal: request.signal,
      sourceLocale: request.sourceLocale,
      deadlineMs: Math.min(request.deadlineMs ?? deadlineMs, deadlineMs),
    });
  }
}

/** A look without a picture: there is nothing to close. */
function plainLook(snapshot: Snapshot): Look {
  return { snapshot, frame: async () => null, picture: async () => null, close: async () => undefined };
}
