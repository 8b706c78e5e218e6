import { describe, expect, it } from 'vitest';
import { parseGateCase, runGateCase } from './gate-case';

const run = async (data: object) => {
  const read = parseGateCase(JSON.stringify({ id: 1, ...data }));
  if (!read.ok) throw new Error(read.error);
  return runGateCase(read.case);
};

describe('a case for the gate', () => {
  it.each([
    [{ url: 'https://shop.example/' }],
    [{ url: 'https://shop.example/', dns: { 'shop.example': ['8.8.8.8', '2606:4700::1111'] } }],
    [{ url: 'https://shop.example/', dns: { 'shop.example': '8.8.8.8' } }],
    [
      {
        url: 'https://shop.example/a/b?c',
        redirects: ['../d', '?e', '#f', '/g', '//www.shop.example/', 'https://m.shop.example:8443/'],
      },
    ],
    [{ url: 'https://shop.example/', dns: null, redirects: null }],
    [{ url: 'https://münchen.example/', dns: { 'MÜNCHEN.example': ['8.8.8.8'] } }],
  ])('passes: %j', async (data) => {
    expect(await run(data)).toEqual({ id: 1, blocked: false, reason: '' });
  });

  it.each([
    [{ url: 'http://127.0.0.1/' }],
    [{ url: 'http://shop.example/', dns: { 'shop.example': ['8.8.8.8', '10.0.0.1'] } }],
    [{ url: 'http://Shop.Example/', dns: { 'SHOP.example.': ['10.0.0.1'] } }],
    [{ url: 'http://shop.example/', dns: { 'shop.example': [] } }],
    [{ url: 'https://münchen.example/', dns: { 'münchen.example': ['10.0.0.1'] } }],
    [{ url: 'https://a.example/', redirects: ['/b', '//127.0.0.1/'] }],
    [{ url: 'https://a.example/', redirects: ['https://b.example/'], dns: { 'b.example': ['169.254.169.254'] } }],
    [{ url: 'https://a.example/', redirects: ['/\\127.0.0.1/'] }],
    [{ url: 'https://a.example/', redirects: ['file:///etc/passwd'] }],
    [{ url: 'https://a.example/', redirects: ['https://a.example:22/'] }],
    [{ url: 'https://a.example/', redirects: ['//0x7f.1/'] }],
    [{ url: 'https://a.example/', redirects: ['https://u:p@b.example/'] }],
    [{ url: 'https://a.example/', redirects: Array.from({ length: 11 }, (_, n) => `/${n}`) }],
    [{ url: 'https://a.example/', redirects: ['http://[/'] }],
  ])('is blocked: %j', async (data) => {
    const result = await run(data);
    expect(result).toMatchObject({ id: 1, blocked: true });
    expect(result.reason.length).toBeGreaterThan(10);
  });

  it('says which redirect was at fault', async () => {
    expect((await run({ url: 'https://a.example/', redirects: ['/b', 'http://10.0.0.1/'] })).reason).toMatch(
      /^Redirect 2: /,
    );
  });
});

it('reads the first line of a file that begins with a byte order mark', () => {
  expect(parseGateCase('\uFEFF{"id":1,"url":"https://a.example/"}')).toMatchObject({ ok: true, case: { id: 1 } });
});

describe('a line that is no case', () => {
  it.each([
    ['nonsense', null],
    ['[]', null],
    ['null', null],
    ['{"url":"https://a.example/"}', null],
    ['{"id":"x"}', 'x'],
    ['{"id":7,"url":5}', 7],
    ['{"id":"x","url":"https://a.example/","dns":[1]}', 'x'],
    ['{"id":"x","url":"https://a.example/","redirects":"/b"}', 'x'],
  ])('%s', (line, id) => {
    expect(parseGateCase(line)).toMatchObject({ ok: false, id, error: expect.stringMatching(/./) });
  });
});
