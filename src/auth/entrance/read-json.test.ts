import { describe, expect, it } from 'vitest';
import { assertShallow, withStorableText } from './read-json';

const deep = (levels: number, open = '[', close = ']') => open.repeat(levels) + close.repeat(levels);

describe('how deep JSON is nested', () => {
  it.each([
    deep(32),
    deep(16, '[{"a":', '}]').replace('{"a":}', '{}'),
    JSON.stringify({ text: '['.repeat(1_000), '{{{{': '\\"[[[['.repeat(100), quoted: '"['.repeat(100) }),
    `[${'[],'.repeat(10_000)}[]]`,
    '',
    'no JSON at all ]]]]]',
  ])('lets through what is flat, also with brackets in its texts: %#', (json) => {
    expect(() => assertShallow(json)).not.toThrow();
  });

  it.each([
    deep(33),
    '['.repeat(10_000),
    '{"a":'.repeat(33),
    `["\\\\",${'['.repeat(33)}`,
    `"${'x'.repeat(100)}"${'['.repeat(33)}`,
  ])('refuses what is deeper: %#', (json) => {
    expect(() => assertShallow(json)).toThrow(expect.objectContaining({ code: 'invalid', reason: 'too_deep' }));
  });
});

describe('the texts of JSON', () => {
  it('lose half surrogate pairs, wherever they stand, and keep whole ones', () => {
    const value = JSON.parse('{"a\\ud800":["\\udc00x",{"b":"\\ud83d\\ude00"}],"n":1,"none":null,"yes":true}');
    expect(withStorableText(value)).toEqual({ 'a\ufffd': ['\ufffdx', { b: '😀' }], n: 1, none: null, yes: true });
  });

  it.each(['"a\\u0000b"', '{"a":["\\u0000"]}', '{"\\u0000":1}'])('are refused with U+0000: %s', (json) => {
    expect(() => withStorableText(JSON.parse(json))).toThrow(expect.objectContaining({ reason: 'nul_character' }));
  });

  it('cannot name the prototype of what is made of them', () => {
    const made = withStorableText(JSON.parse('{"__proto__":{"polluted":true}}')) as Record<string, unknown>;
    expect(made.polluted).toBeUndefined();
  });
});
