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
