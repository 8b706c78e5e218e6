import { describe, expect, it } from 'vitest';
import { boundsText, type Schemas, schemaText } from './schema-text';

const schemas: Schemas = {
  Thing: { type: 'object', properties: { id: { type: 'string', format: 'uuid' } }, required: ['id'] },
  Loop: { type: 'object', properties: { self: { $ref: '#/components/schemas/Loop' } } },
};

describe('schemaText', () => {
  it('writes references, lists, choices and what may be left out', () => {
    const schema = {
      type: 'object',
      properties: {
        things: { type: 'array', items: { $ref: '#/components/schemas/Thing' } },
        value: { anyOf: [{ type: 'number' }, { type: 'null' }] },
        word: { enum: ['a', 'b'] },
        mixed: { type: 'array', items: { anyOf: [{ type: 'number' }, { type: 'string' }] } },
        fields: { type: 'object', additionalProperties: { type: 'string' } },
      },
      required: ['things', 'value'],
    };
    expect(schemaText(schema, schemas)).toBe(
      [
        '{',
        '  things: {',
        '    id: string (uuid);',
        '  }[];',
        '  value: number | null;',
        '  word?: "a" | "b";',
        '  mixed?: (number | string)[];',
        '  fields?: { [name]: string };',
        '}',
      ].join('\n'),
    );
  });

  it('ends where schemas refer to themselves or to nothing', () => {
    expect(schemaText({ $ref: '#/components/schemas/Loop' }, schemas)).toContain('…');
    expect(schemaText({ $ref: '#/components/schemas/Gone' }, schemas)).toBe('…');
  });
});

describe('boundsText', () => {
  it.each([
    [{ minLength: 10, maxLength: 500 }, '10 to 500 characters'],
    [{ maxLength: 100 }, 'at most 100 characters'],
    [{ minimum: 1, maximum: 100, default: 50 }, '1 to 100, 50 if left out'],
    [{}, ''],
  ])('%o: %s', (schema, text) => expect(boundsText(schema)).toBe(text));
});
