import { describe, expect, it } from 'vitest';
import { snapshotFromDump } from './document/dump-snapshot';
import { snapshotFromDocument } from './document/static-snapshot';

async function cutOf(body: string, contentType = 'text/html') {
  const headers = { 'content-type': contentType };
  const loadedAt = '2026-06-01T12:00:00.000Z';
  const result = await snapshotFromDocument({
    url: 'https://data.example/x',
    status: 200,
    headers,
    body,
    loadedAt,
    loadMs: 5,
  });
  if (!result.ok) throw new Error(result.failure.message);
  return result.snapshot.cut ?? null;
}
const times = (count: number, piece: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => piece(at)).join('');

describe('a page that is longer than what is read', () => {
  it.each([
    ['two million characters', `<p>${'word '.repeat(450_000)}</p>`, 'text/html'],
    ['one word of them', `<p>${'x'.repeat(2_100_000)}</p>`, 'text/html'],
    ['60,000 elements', times(61_000, (at) => `<b>${at}</b> `), 'text/html'],
    ['4,000 open elements', `<p>first</p>${'<div>'.repeat(4_100)}<p>last</p>`, 'text/html'],
    ['20,000 values', `[${times(20_500, (at) => `${at},`)}0]`, 'application/json'],
    [
      'a path without end',
      `{"a":1,${times(60, () => `"${'k'.repeat(500)}":{`)}"b":2${'}'.repeat(61)}`,
      'application/json',
    ],
    ['10,000 rows', times(10_500, (at) => `lamp,${at}\n`), 'text/csv'],
    [
      '1,000 entries',
      `<rss><channel>${times(1_100, (at) => `<item><title>n ${at}</title></item>`)}</channel></rss>`,
      'application/rss+xml',
    ],
    ['50,000 XML elements', `<a>${times(51_000, (at) => `<b>${at}</b>`)}</a>`, 'application/xml'],
  ])('says that it was cut at %s', async (_, body, contentType) => {
    const cut = await cutOf(body, contentType);
    expect(cut?.of).toBe('text');
    expect(cut?.readTo).toBeGreaterThan(0);
  });

  it('says nothing of a page of 1 MB that was read whole', async () => {
    const paragraph = (at: number) =>
      `<p>Paragraph ${at} of the report says that nothing else of note was written.</p>`;
    expect(await cutOf(times(13_000, paragraph))).toBeNull();
    expect(await cutOf(`${'<div>'.repeat(1_000)}deep`)).toBeNull();
    expect(
      await cutOf(`[${times(5_000, (at) => `{"name":"lamp ${at}","price":${at}},`)}0]`, 'application/json'),
    ).toBeNull();
    expect(
      await cutOf(
        times(9_000, (at) => `lamp,${at}\n`),
        'text/csv',
      ),
    ).toBeNull();
  });

  it('is told by the browser as well', () => {
    const result = snapshotFromDump({
      requestedUrl: 'https://shop.example/p',
      finalUrl: 'https://shop.example/p',
      status: 200,
      headers: {},
      root: { tag: 'body', flow: 'block', attributes: {}, children: [{ text: 'Orsa lamp' }] },
      isWhole: false,
      title: '',
      language: null,
      html: '',
      loadedAt: '2026-06-01T12:00:00.000Z',
      loadMs: 900,
    });
    expect(result.ok && result.snapshot.cut).toEqual({ of: 'text', readTo: 9 });
  });
});
