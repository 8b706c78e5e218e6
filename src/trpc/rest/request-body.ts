import { TRPCError } from '@trpc/server';
import { DomainError } from '@/domain/errors';

/** The largest body the contract knows is a prompt with its source; this is many times that. */
const MOST_BYTES = 64 * 1024;

/**
 * The JSON object that a request carries; an empty one where it has no body.
 * @throws TRPCError for a body that is too large or of another type; DomainError `invalid` for what is no JSON object.
 */
export async function readJsonBody(request: Request): Promise<Record<string, unknown>> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return {};
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    const message = 'Send the body as JSON, with the header Content-Type: application/json.';
    throw new TRPCError({ code: 'UNSUPPORTED_MEDIA_TYPE', message });
  }
  return parseObject(bytes);
}

async function readBytes(request: Request): Promise<Uint8Array> {
  if (request.body === null) return new Uint8Array();
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.length;
    if (size > MOST_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): TRPCError {
  return new TRPCError({ code: 'PAYLOAD_TOO_LARGE', message: `A body can have at most ${MOST_BYTES / 1024} KB.` });
}

function parseObject(bytes: Uint8Array): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), withoutNul);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('invalid', 'malformed_json', 'The body is not valid JSON in UTF-8.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new DomainError('invalid', 'malformed_json', 'The body must be a JSON object, for example {"name": "…"}.');
  return { ...value };
}

/** PostgreSQL cannot hold U+0000 in a text, and nobody means it. */
function withoutNul(key: string, value: unknown): unknown {
  if (!key.includes('\0') && !(typeof value === 'string' && value.includes('\0'))) return value;
  throw new DomainError('invalid', 'nul_character', 'Texts must not contain the character U+0000.');
}
