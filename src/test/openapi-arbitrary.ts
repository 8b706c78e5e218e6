import fc, { type Arbitrary } from 'fast-check';
import type { OpenAPIObject } from 'trpc-to-openapi';

/** As much of JSON Schema 2020-12 as our document uses. */
interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

interface Parameter {
  name: string;
  in: string;
  schema?: Schema;
}

interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** A generated request, without its path's id and who sends it. */
export interface GeneratedRequest {
  query: Record<string, unknown>;
  headers: Record<string, string>;
  /** JSON text, or anything else; undefined sends no body. */
  body: string | undefined;
  contentType: string | undefined;
}

/** What people and attackers put into texts. */
const NASTY = [
  '',
  ' ',
  '\0',
  '\ud800',
  '‮abc',
  "'; DROP TABLE users; --",
  '%00%ff',
  '../../etc/passwd',
  '__proto__',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '9'.repeat(400),
  'https://shop.example.org/kettle-one',
];

const nastyText = () => fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 60 }));

const uuid = () => fc.uuid({ version: 4 });

function text(schema: Schema): Arbitrary<string> {
  if (schema.format === 'uuid') return uuid();
  if (schema.format === 'email') return fc.emailAddress();
  const { minLength = 0, maxLength = minLength + 40 } = schema;
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 60) });
}

/** Values that a schema describes. Rules that JSON Schema cannot say (a password's letters) are broken now and then. */
function valuesOf(schema: Schema): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(valuesOf));
  if (schema.type === 'object') return objectOf(schema);
  if (schema.type === 'array') return fc.array(valuesOf(schema.items ?? {}), { maxLength: 5 });
  if (schema.type === 'string') return text(schema);
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'integer' || schema.type === 'number')
    return fc.integer({ min: schema.minimum ?? -1_000, max: schema.maximum ?? 1_000 });
  return fc.jsonValue();
}

function objectOf({ properties = {}, required = [] }: Schema): Arbitrary<Record<string, unknown>> {
  const values = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, valuesOf(schema)]));
  return fc.record(values, { requiredKeys: required }) as Arbitrary<Record<string, unknown>>;
}

/** An object of the schema with one field replaced, added or left out. */
function spoilt(schema: Schema): Arbitrary<Record<string, unknown>> {
  const names = [...Object.keys(schema.properties ?? {}), 'role', '__proto__', 'constructor'];
  const wrong = fc.oneof(nastyText(), fc.jsonValue({ maxDepth: 2 }), fc.double());
  return fc
    .tuple(objectOf(schema), fc.constantFrom(...names), wrong, fc.boolean())
    .map(([object, name, value, remove]) =>
      remove
        ? Object.fromEntries(Object.entries(object).filter(([key]) => key !== name))
        : Object.fromEntries([...Object.entries(object), [name, value]]),
    );
}

const deep = (depth: number) => `${'[{"a":'.repeat(depth)}1${'}]'.repeat(depth)}`;

function bodyOf(operation: Operation, likely: Record<string, Arbitrary<unknown>>): Arbitrary<string | undefined> {
  const schema = operation.requestBody?.content['application/json']?.schema;
  if (schema === undefined) return fc.constantFrom(undefined, '{}', '{"extra":1}', '');
  const known = Object.fromEntries(Object.entries(likely).filter(([name]) => name in (schema.properties ?? {})));
  const filled = fc
    .tuple(objectOf(schema), fc.oneof(fc.record(known), fc.record(known, { requiredKeys: [] })))
    .map(([object, good]) => ({ ...object, ...good }));
  return fc.oneof(
    { weight: 4, arbitrary: filled.map((object) => JSON.stringify(object)) },
    { weight: 4, arbitrary: spoilt(schema).map((object) => JSON.stringify(object)) },
    { weight: 1, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.constantFrom(undefined, '', '{', 'null', '1e999', deep(5_000), '\ufeff{}') },
  );
}

function queryOf(operation: Operation): Arbitrary<Record<string, unknown>> {
  const described = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  const likely = Object.fromEntries(described.map(({ name, schema }) => [name, valuesOf(schema ?? {})]));
  const names = fc.constantFrom(...described.map(({ name }) => name), 'extra', 'toString', '__proto__');
  return fc.oneof(
    { weight: 3, arbitrary: fc.record(likely, { requiredKeys: [] }) as Arbitrary<Record<string, unknown>> },
    { weight: 1, arbitrary: fc.dictionary(names, nastyText(), { maxKeys: 2 }) },
  );
}

/** Requests for one operation of the document, right and wrong ones; `likely` gives values that get through. */
export function requestOf(
  document: OpenAPIObject,
  operation: { path: string; method: string },
  likely: Record<string, Arbitrary<unknown>>,
): Arbitrary<GeneratedRequest> {
  const described = document.paths?.[operation.path]?.[operation.method.toLowerCase() as 'get'] as Operation;
  const key = fc.option(fc.constantFrom('key-1', 'key-2', 'a b', 'ä', 'k'.repeat(300)), { nil: undefined, freq: 4 });
  const type = fc.option(fc.constantFrom('text/plain', 'application/json; charset=utf-8', 'application/jsonp'), {
    nil: undefined,
    freq: 6,
  });
  const sendsBody = operation.method === 'POST' || operation.method === 'PUT';
  return fc.record({
    query: queryOf(described),
    headers: key.map((value): Record<string, string> => (value === undefined ? {} : { 'idempotency-key': value })),
    body: sendsBody ? bodyOf(described, likely) : fc.constant(undefined),
    contentType: type,
  });
}
