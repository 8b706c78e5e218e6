import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { PassThrough, type Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';

type Shape = { name: string; columns: string[]; key: string[] };
export interface Digest {
  rows: number;
  sha256: string;
}

const list = (names: string[]) => names.map((name) => pg.escapeIdentifier(name)).join(', ');
const NEWLINE = 0x0a;

/** Rows as PostgreSQL's own COPY writes them, in the order of their key. Kysely knows no COPY. */
function rowsOf(client: pg.Client, { name, columns, key }: Shape): Readable {
  const select = `SELECT ${list(columns)} FROM ${pg.escapeIdentifier(name)} ORDER BY ${list(key)}`;
  return client.query(to(`COPY (${select}) TO STDOUT`));
}

/** Passes everything on, and says at the end what it was. Each row ends with a line end, and no value holds one. */
function digesting(): { stream: Transform; digest: () => Digest } {
  const hash = createHash('sha256');
  let rows = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, at + 1)) rows += 1;
      done(null, chunk);
    },
  });
  return { stream, digest: () => ({ rows, sha256: hash.digest('hex') }) };
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/** Writes a table into a compressed file that only its owner may read. */
export async function writeTable(client: pg.Client, table: Shape, file: string): Promise<Digest> {
  const { stream, digest } = digesting();
  await pipeline(rowsOf(client, table), stream, createGzip(), createWriteStream(file, { mode: 0o600, flags: 'wx' }));
  return digest();
}

/** What a table in the database holds. */
export async function digestTable(client: pg.Client, table: Shape): Promise<Digest> {
  const { stream, digest } = digesting();
  await pipeline(rowsOf(client, table), stream, nowhere());
  return digest();
}

/** What a file of a backup holds. */
export async function digestFile(file: string): Promise<Digest> {
  const { stream, digest } = digesting();
  await pipeline(createReadStream(file), createGunzip(), stream, nowhere());
  return digest();
}

export async function loadTable(client: pg.Client, { name, columns }: Shape, file: string): Promise<void> {
  const into = client.query(from(`COPY ${pg.escapeIdentifier(name)} (${list(columns)}) FROM STDIN`));
  await pipeline(createReadStream(file), createGunzip(), new PassThrough(), into);
}
