import ipaddr from 'ipaddr.js';
import type { Origin } from '@/domain/audit';
import { getEnv } from '@/env';
import { clientAddress } from './client-address';

/** From where a request came: the address as trusted proxies give it, in its canonical form, and the browser. */
export function requestOrigin(headers: Pick<Headers, 'get'>): Origin {
  const address = clientAddress(headers, getEnv().TRUSTED_PROXY_HOPS)?.replace(/%.*$/, '') ?? '';
  return {
    ip: ipaddr.isValid(address) ? ipaddr.process(address).toString() : null,
    userAgent: headers.get('user-agent')?.slice(0, 300) ?? null,
  };
}
