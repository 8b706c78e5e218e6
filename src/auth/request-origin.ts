import ipaddr from 'ipaddr.js';
import type { Origin } from '@/domain/account/audit';
import { storableText } from '@/domain/written/storable-text';
import { getEnv } from '@/env';

/** Set by bin/start.ts from the socket, and only there: a client's own header of this name is overwritten. */
export const PEER_ADDRESS_HEADER = 'x-monitors-peer';

/**
 * The address a request comes from, null when unknown. With no trusted proxy it is the socket's; behind `hops` proxies
 * it is the entry that the outermost of them appended to X-Forwarded-For. Entries further left are the client's own
 * words and never believed.
 */
export function clientAddress(headers: Pick<Headers, 'get'>, hops: number): string | null {
  if (hops <= 0) return headers.get(PEER_ADDRESS_HEADER);
  const entries = (headers.get('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim());
  const address = entries.at(-hops);
  return address !== undefined && /^[0-9a-f.:]{2,45}$/i.test(address) ? address : null;
}

/** From where a request came: the address as trusted proxies give it, in its canonical form, and the browser. */
export function requestOrigin(headers: Pick<Headers, 'get'>): Origin {
  const address = clientAddress(headers, getEnv().TRUSTED_PROXY_HOPS)?.split('%', 1)[0] ?? '';
  const agent = headers.get('user-agent');
  return {
    ip: ipaddr.isValid(address) ? ipaddr.process(address).toString() : null,
    userAgent: agent === null ? null : storableText(agent.slice(0, 300)),
  };
}
