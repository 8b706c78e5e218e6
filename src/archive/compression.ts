import { promisify } from 'node:util';
import zlib from 'node:zlib';

type Pack = (bytes: Buffer) => Promise<Buffer>;

interface Compression {
  /** How names of its files end. */
  ending: string;
  pack: Pack;
  unpack: Pack;
}

const GZIP: Compression = { ending: 'gz', pack: promisify<Buffer, Buffer>(zlib.gzip), unpack: unpackGzip };

function unpackGzip(bytes: Buffer): Promise<Buffer> {
  return promisify<Buffer, Buffer>(zlib.gunzip)(bytes);
}

/** Node has zstd since 22.15; before that it is not there to be called. */
const ZSTD: Compression | null =
  typeof zlib.zstdCompress === 'function'
    ? {
        ending: 'zst',
        pack: promisify<Buffer, Buffer>(zlib.zstdCompress),
        unpack: promisify<Buffer, Buffer>(zlib.zstdDecompress),
      }
    : null;

/** What this Node writes best, off the thread that serves. */
export const BEST = ZSTD ?? GZIP;

/** @throws Error in plain words where this Node cannot read what another one wrote. */
export function unpack(name: string, bytes: Buffer): Promise<Buffer> {
  if (name.endsWith(`.${GZIP.ending}`)) return GZIP.unpack(bytes);
  if (ZSTD !== null) return ZSTD.unpack(bytes);
  throw new Error(
    `${name} was written with zstd, which Node ${process.versions.node} cannot read. Use 22.15 or newer.`,
  );
}
