import ipaddr from 'ipaddr.js';
import type { Origin } from '@/domain/account/audit';
import { storableText } from '@/domain/written/storable-text';
import { getEnv } from '@/env';
import { clientAddress } from './client-address';

/** From where a request came: the address as trusted proxies give it, in its canonical form, and the browser. */
export function requestOrigin(headers: Pick<Headers, 'get'>): Origin {
  const address = clientAddress(headers, getEnv().TRUSTED_PROXY_HOPS)?.split('%', 1)[0] ?? '';
  const agent = headers.get('user-agent');
  return {
    ip: ipaddr.isValid(address) ? ipaddr.process(address).toString() : null,
    userAgent: agent === null ? null : storableText(agent.slice(0, 300)),
  };
}
