import superjson from 'superjson';
import { describe, expect, it } from 'vitest';
import { transformer } from './transformer';

const { deserialize } = transformer.input;
const refused = expect.objectContaining({ code: 'invalid', reason: 'malformed_input' });

describe('what the pages send', () => {
  it('comes out as it went in', () => {
    const shared = { at: new Date('2026-11-29T12:00:00Z') };
    const sent = { a: undefined, 'dotted.name': shared, again: shared, list: [undefined, 1], not: Number.NaN };
    expect(deserialize(JSON.parse(superjson.stringify(sent)))).toEqual(sent);
    expect(deserialize(JSON.parse(superjson.stringify(undefined)))).toBeUndefined();
    expect(deserialize({ json: 'text' })).toBe('text');
  });

  it('may hold what was refused only by its own kind', () => {
    expect(transformer.output.serialize({ big: 10n, set: new Set([1]) }).meta).toBeDefined();
  });
});

describe('what nobody has to send', () => {
  const annotated = (values: unknown) => ({ json: { a: '1', b: [0] }, meta: { values, v: 1 } });

  it.each([
    ['a big integer', { a: ['bigint'] }],
    ['a set', { b: ['set'] }],
    ['a map', { b: ['map'] }],
    ['a pattern', { a: ['regexp'] }],
    ['an address', { a: ['URL'] }],
    ['an error', { b: ['Error'] }],
    ['an array of bytes', { b: [['typed-array', 'Float64Array']] }],
    ['a class', { b: [['class', 'Person']] }],
    ['a kind inside a kind', { b: ['Date', { 0: ['bigint'] }] }],
    ['a path that is none', { 'a\\x': ['Date'] }],
    ['a long path', { ['a.'.repeat(200)]: ['Date'] }],
    ['a path to the prototype', { '__proto__.x': ['Date'] }],
    ['very many', Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`a${at}`, ['undefined']]))],
    ['nonsense', 'Date'],
    ['nothing', null],
  ])('is refused: %s', (_, values) => {
    expect(() => deserialize(annotated(values))).toThrow(refused);
  });

  it.each([null, 'text', 7, [], {}])('is refused where it is no envelope: %j', (given) => {
    expect(() => deserialize(given)).toThrow(refused);
  });

  it('is left out where it would make circles', () => {
    const circular = { json: { a: { b: 1 } }, meta: { referentialEqualities: [['a.b'], { a: ['a.b'] }], v: 1 } };
    expect(deserialize(circular)).toEqual({ a: { b: 1 } });
  });
});
