import type { RequestListener } from 'node:http';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type FetchPlainOptions, fetchPlain, type PlainResult } from '@/scrape/http/fetch-plain';
import { openPlainNetwork, type PlainNetwork } from '@/scrape/http/plain-network';
import { type Loopback, serveHttp } from './loopback';

export const PUBLIC = '93.184.216.34';

/** All names are public but for one that is private and one that is unknown. */
export async function resolver(name: string): Promise<string[]> {
  if (name === 'private.example') return ['127.0.0.1'];
  if (name === 'unknown.example') throw new Error('ENOTFOUND');
  return [PUBLIC];
}

/** No waiting between tries. */
export const noWait = { sleep: async () => {}, random: () => 0 };

export interface PlainSite {
  /** By path; emptied after each test. */
  routes: Map<string, RequestListener>;
  readonly site: Loopback;
  readonly network: PlainNetwork;
  at(path: string, host?: string): string;
  get(path: string, options?: FetchPlainOptions): Promise<PlainResult>;
}

/** A site on loopback that stands in for every public address, for the tests of one file. */
export function usePlainSite(): PlainSite {
  const routes = new Map<string, RequestListener>();
  let site: Loopback | null = null;
  let network: PlainNetwork | null = null;
  beforeAll(async () => {
    site = await serveHttp((request, response) => {
      const route = routes.get(new URL(request.url ?? '/', 'http://x').pathname);
      if (route) route(request, response);
      else response.writeHead(404).end('nothing here');
    });
    network = openPlainNetwork({ resolver, ports: [site.port], testOnlyConnectTo: { [PUBLIC]: '127.0.0.1' } });
  });
  afterAll(async () => {
    await network?.close();
    await site?.close();
  });
  afterEach(() => routes.clear());
  const there = <T>(one: T | null): T => {
    if (one === null) throw new Error('the site has not started');
    return one;
  };
  const at = (path: string, host = 'shop.example') => `http://${host}:${there(site).port}${path}`;
  return {
    routes,
    get site() {
      return there(site);
    },
    get network() {
      return there(network);
    },
    at,
    get: (path, options = {}) =>
      fetchPlain(at(path), {
        network: there(network),
        deadlineMs: 2_000,
        retry: { ...noWait, ...options.retry },
        ...options,
      }),
  };
}

export const textOf = (result: PlainResult) =>
  result.ok ? Buffer.from(result.body).toString() : JSON.stringify(result);
export const failureOf = (result: PlainResult) => (result.ok ? null : result.failure);
