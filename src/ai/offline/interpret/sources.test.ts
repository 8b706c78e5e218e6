import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractSources } from './sources';

describe('addresses in a prompt', () => {
  it.each([
    [
      'Tell me when X is in stock at https://shop.example.com/x.',
      ['https://shop.example.com/x'],
      'Tell me when X is in stock.',
    ],
    ['Watch example.com/page, please', ['example.com/page'], 'Watch, please'],
    ['(see https://en.example.org/wiki/A_(b)) changes', ['https://en.example.org/wiki/A_(b)'], null],
    ['https://a.example/1 or https://b.example/2', ['https://a.example/1', 'https://b.example/2'], null],
    ['price at shop.example.co.uk?', ['shop.example.co.uk'], null],
    ['http://127.0.0.1:8080/admin says ok', ['http://127.0.0.1:8080/admin'], 'says ok'],
    ['localhost:3000/x changes', ['localhost:3000/x'], null],
    ['「https://example.jp/a」が更新されたら', ['https://example.jp/a'], null],
    ['https://u:p@example.com/a#b?c=d changes', ['https://u:p@example.com/a#b?c=d'], null],
    ['same https://a.example/ and https://a.example/', ['https://a.example/'], null],
  ])('%s', (prompt, sources, text) => {
    const given = extractSources(prompt);
    expect(given.sources).toEqual(sources);
    if (text !== null) expect(given.text).toBe(text);
  });

  it.each([
    'A new version of Node.js is out',
    'ASP.NET 9 is released',
    'e.g. below 5.5 or so, i.e. less',
    'mail me@example.com when it changes',
    'version 1.2.3 of vue.js',
  ])('none in "%s"', (prompt) => {
    expect(extractSources(prompt).sources).toEqual([]);
  });

  it('are at most five', () => {
    const many = Array.from({ length: 9 }, (_, index) => `https://a.example/${index}`).join(' ');
    expect(extractSources(many).sources).toHaveLength(5);
  });

  it('always stand in the prompt as written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 300 }),
          fc.webUrl().map((url) => `look at ${url}!`),
        ),
        (prompt) => {
          for (const source of extractSources(prompt).sources) expect(prompt).toContain(source);
        },
      ),
    );
  }, 60_000);
});
