import { DomainError } from '@/domain/errors';

const KIB = 1_024;

/** The largest body that any form or the contract knows is a prompt with its source; this is many times that. */
const MOST_BYTES = 64 * KIB;

/** Where machines of others send us their events: a batch of SendGrid's has up to 768 KB. */
const WEBHOOKS = '/api/webhooks/';
const MOST_WEBHOOK_BYTES = 1_024 * KIB;

/** How many bytes of a body are read at this path; more are refused. */
export function mostBytes(pathname: string): number {
  return pathname.startsWith(WEBHOOKS) ? MOST_WEBHOOK_BYTES : MOST_BYTES;
}

/**
 * The bytes of a request's body; none where it has no body. No more than the limit is ever held, whatever the request
 * says of its length.
 * @throws DomainError `too_large` / `payload_too_large` as soon as the limit is passed; by its own word, before a byte.
 */
export async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const most = mostBytes(new URL(request.url).pathname);
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge(most);
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.length;
    // Not cancelled: that would cut the connection before the refusal is sent.
    if (size > most) throw tooLarge(most);
    chunks.push(read.value);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** The same for what stands in the address: servers limit that too, each at another length. */
export function assertShortQuery(url: string): void {
  if (url.length > MOST_BYTES) throw tooLarge(MOST_BYTES);
}

function tooLarge(most: number): DomainError {
  const message = `A request can have at most ${most / KIB} KB. Send less at once.`;
  return new DomainError('too_large', 'payload_too_large', message);
}
