import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BEST, unpack } from './compression';
import { folderPlace } from './folder-place';
import { findNewest, readManifest } from './manifest';

const folder = mkdtempSync(join(tmpdir(), 'monitors-place-'));
const place = folderPlace(join(folder, 'archive'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a folder of archives', () => {
  it.each(['../evil', '2025-10/../../evil', '/etc/evil', ''])(
    'refuses a path that leads out of it: "%s"',
    async (path) => {
      await expect((async () => place.put(path, Buffer.from('x')))()).rejects.toThrow('leads out of the folder');
      expect(readdirSync(folder)).not.toContain('evil');
    },
  );

  it('is empty where it is not there yet', async () => {
    expect([await place.list(''), await place.list('2025-10/'), await place.get('2025-10/a')]).toEqual([[], [], null]);
    await place.remove(['2025-10/a']);
  });

  it('writes over, lists and removes, and leaves no draft and no empty folder', async () => {
    await place.put('2025-10/one/a', Buffer.from('1'));
    await place.put('2025-10/one/a', Buffer.from('2'));
    await place.put('2025-11/two/b', Buffer.from('3'));
    expect([await place.list('2025-10/'), String(await place.get('2025-10/one/a'))]).toEqual([['2025-10/one/a'], '2']);
    expect(await place.list('')).toEqual(['2025-10/one/a', '2025-11/two/b']);
    await place.remove(['2025-10/one/a']);
    expect([await place.list(''), readdirSync(join(folder, 'archive', '2025-10'))]).toEqual([['2025-11/two/b'], []]);
  });
});

describe('a manifest', () => {
  const of = { month: '2025-12', generation: '20261101T031700Z-5f0c1a2b' };
  const path = `${of.month}/${of.generation}/manifest.json`;

  it.each([
    'no JSON',
    '{"format":2}',
    JSON.stringify({ format: 1, month: '2025-11', madeAt: '2026-11-01T03:17:00.000Z', tables: [] }),
    JSON.stringify({
      ...{ format: 1, month: '2025-12', madeAt: '2026-11-01T03:17:00.000Z' },
      tables: [{ name: 'facts; DROP TABLE users', columns: ['id'], rows: 0, sha256: '0'.repeat(64), files: [] }],
    }),
  ])('that is none of ours is refused in plain words: %s', async (text) => {
    await place.put(path, Buffer.from(text));
    await expect(readManifest(place, of)).rejects.toThrow('is no manifest that this version can read');
  });

  it('makes an archive: a folder without one is none', async () => {
    await place.put('2026-01/20261101T031700Z-00000000/facts-0001.jsonl.gz', Buffer.from(''));
    expect(await findNewest(place, '2026-01')).toBeNull();
    expect(await findNewest(place, '2025-12')).toEqual(of);
  });
});

it('what is packed can be unpacked, and what this Node cannot read is told', async () => {
  const text = Buffer.from('{"id":1}\n'.repeat(1_000));
  const packed = await BEST.pack(text);
  expect(packed.length).toBeLessThan(text.length / 10);
  expect(await unpack(`facts-0001.jsonl.${BEST.ending}`, packed)).toEqual(text);
  const other = unpackOf('facts-0001.jsonl.zst', BEST.ending === 'zst' ? packed : Buffer.from('?'));
  if (BEST.ending === 'zst') expect(await other).toEqual(text);
  else await expect(other).rejects.toThrow('Use 22.15 or newer');
});

/** A refusal that is thrown at once is one all the same. */
async function unpackOf(name: string, bytes: Buffer): Promise<Buffer> {
  return unpack(name, bytes);
}
