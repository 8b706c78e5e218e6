import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments';
import { displayName } from './domain-name';

const read = (...words: string[]) => readArguments(words, () => null);
const sender = (...words: string[]) => {
  const asked = read(...words);
  return asked.kind === 'check' ? asked.sender : asked;
};

describe('what the command line asks for', () => {
  it('is the domain that is named, or that of an address, or that of the setting', () => {
    const plain = { domain: 'example.com', signedBy: 'example.com', selectors: ['s1', 's2'], returnPath: null };
    expect(sender('example.com')).toEqual(plain);
    expect(sender(' Example.COM. ')).toEqual(plain);
    expect(sender('noreply@example.com')).toEqual(plain);
    expect(sender('--from', 'a@b@example.com')).toEqual(plain);
    expect(readArguments([], () => 'noreply@example.com')).toEqual({ kind: 'check', sender: plain });
  });

  it('may name selectors, the return path and the domain that is signed for', () => {
    const words = ['news.example.com', '--selector', 'm1', '--selector', 'm1', '--return-path', 'em12'];
    expect(sender(...words, '--signed-by', 'example.com')).toEqual({
      domain: 'news.example.com',
      signedBy: 'example.com',
      selectors: ['m1'],
      returnPath: 'em12.example.com',
    });
    expect(sender('example.com', '--return-path', 'em12.example.com')).toMatchObject({
      returnPath: 'em12.example.com',
    });
  });

  it('is written as DNS has it, and shown as people read it', () => {
    expect(sender('post@bücher.example')).toMatchObject({ domain: 'xn--bcher-kva.example' });
    expect(displayName('xn--bcher-kva.example')).toBe('bücher.example (xn--bcher-kva.example)');
    expect(displayName('example.com')).toBe('example.com');
  });

  it('is help, without a domain', () => {
    expect(read('--help')).toEqual({ kind: 'help' });
  });
});

describe('what is no domain', () => {
  const HOSTILE = [
    ...['', ' ', '@', 'a@', 'localhost', '.', '..', 'a..b', '-', 'example.com/x', 'exa mple.com', 'a_b', '127.0.0.1'],
    ...['http://example.com', 'https://user@example.com/', 'mailto:a@example.com', 'javascript:alert(1)', '[::1]'],
    ...['1.2.3.4', '0x7f.1', 'example.com:25', 'a@[192.0.2.1]', 'x.example\u0000', '\u001b[31m.example', '\u202e.com'],
    ...['x'.repeat(10_000), `${'x'.repeat(64)}.example`, `${'x.'.repeat(150)}example`, '%00.example', 'xn--.example'],
    ...['<script>.example', '"; rm -rf /', '$(id).example', '*.example.com', 'a\nb.example'],
  ];
  it.each(HOSTILE)('is refused with what to write, and harmless: %#', (written) => {
    const asked = readArguments(['--', written], () => null);
    expect(asked.kind).toBe('wrong');
    if (asked.kind !== 'wrong') return;
    expect(asked.why).toContain('for example: example.com');
    expect(asked.why.length).toBeLessThan(250);
    expect(asked.why).not.toMatch(/\p{C}/u);
  });

  it.each([
    [['a.example', 'b.example'], 'One domain at a time'],
    [['a.example', '--from', 'x@b.example'], 'One domain at a time'],
    [[], 'FROM_EMAIL is not set'],
    [['example.com', '--what'], '--what'],
    [['example.com', '--selector', 'a b'], 'is no selector'],
    [['example.com', '--selector', '../x'], 'is no selector'],
    [['example.com', '--return-path', 'a b'], '--return-path: write a name'],
    [['example.com', '--signed-by', 'http://x'], '--signed-by: '],
  ])('nor is %j asked for', (words, why) => {
    expect(read(...words)).toEqual({ kind: 'wrong', why: expect.stringContaining(why) });
  });
});
