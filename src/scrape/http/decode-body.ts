import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { EncodingError, TooLargeError } from '../egress/network-failure';

const MAX_LAYERS = 2;

type Step = NodeJS.ReadWriteStream | ((source: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>);

/**
 * Reads a body to its end, undoing Content-Encoding (gzip, deflate, br, zstd), and never holds more than `maxBytes`
 * plus one chunk: a bomb is cut while it unfolds. Throws TooLargeError, EncodingError, zlib's and the stream's errors.
 */
export async function readBody(body: Readable, contentEncoding: string, maxBytes: number): Promise<Uint8Array> {
  // Destroying an undici body emits an error, which would bring the process down unheard.
  body.on('error', () => {});
  const names = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > MAX_LAYERS) {
    body.destroy();
    throw new EncodingError(`${names.length} layers of compression`);
  }
  const steps: Step[] = [];
  for (const name of names.reverse()) {
    const step = decoder(name);
    if (step === null) {
      body.destroy();
      throw new EncodingError(`Unknown compression "${name.slice(0, 40)}"`);
    }
    steps.push(step);
  }
  return steps.length === 0 ? collectPlain(body, maxBytes) : collect([body, ...steps], maxBytes);
}

/** A body that is not compressed needs no pipeline: plain events take half the time. */
function collectPlain(body: Readable, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    body.on('data', (chunk: Uint8Array) => {
      size += chunk.byteLength;
      if (size <= maxBytes) chunks.push(chunk);
      else body.destroy(new TooLargeError(maxBytes));
    });
    body.on('end', () => resolve(Buffer.concat(chunks, size)));
    body.on('error', reject);
    // After "end" this changes nothing.
    body.on('close', () => reject(Object.assign(new Error('Body closed early'), { code: 'ECONNRESET' })));
  });
}

async function collect(stages: ReadonlyArray<Step | Readable>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const sink = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) {
      size += chunk.byteLength;
      if (size > maxBytes) throw new TooLargeError(maxBytes);
      chunks.push(chunk);
    }
  };
  // The types know pipelines of a fixed length only.
  await (pipeline as (...all: unknown[]) => Promise<void>)(...stages, sink);
  return Buffer.concat(chunks, size);
}

function decoder(name: string): Step | null {
  if (name === 'gzip' || name === 'x-gzip') return zlib.createGunzip();
  if (name === 'br') return zlib.createBrotliDecompress();
  if (name === 'zstd') return zlib.createZstdDecompress();
  return name === 'deflate' ? inflate : null;
}

/** "deflate" means zlib by the standard and a raw stream to some servers; the first byte tells. */
async function* inflate(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const stream = ((first.value[0] ?? 0) & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw();
  const all = async function* () {
    yield first.value;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  };
  const fed = pipeline(all, stream);
  fed.catch(() => {});
  try {
    yield* stream as AsyncIterable<Uint8Array>;
    await fed;
  } finally {
    stream.destroy();
  }
}
