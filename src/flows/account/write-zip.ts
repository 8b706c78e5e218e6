import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A zip file that is written piece by piece. */
export interface ZipWriter {
  /** Opens a text file; `null` ends it. */
  text(name: string): (piece: string | null) => void;
  /** Adds a file that is compressed already. */
  stored(name: string, bytes: Uint8Array): void;
  /** Bytes so far. */
  size(): number;
  finish(): Buffer;
}

export function createZip(): ZipWriter {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let fault: Error | null = null;
  const zip = new Zip((error, piece) => {
    if (error) fault = error;
    pieces.push(piece);
    size += piece.length;
  });
  const encoder = new TextEncoder();
  return {
    text(name) {
      const file = new ZipDeflate(name, { level: 6 });
      zip.add(file);
      return (piece) => file.push(encoder.encode(piece ?? ''), piece === null);
    },
    stored(name, bytes) {
      const file = new ZipPassThrough(name);
      zip.add(file);
      file.push(bytes, true);
    },
    size: () => size,
    finish() {
      zip.end();
      if (fault) throw fault;
      return Buffer.concat(pieces);
    },
  };
}
