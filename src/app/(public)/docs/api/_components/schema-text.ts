/** As much of JSON Schema as the contract uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  default?: unknown;
  description?: string;
}

/** The schemas that others refer to, by name. */
export type Schemas = Record<string, Schema>;

const DEEPEST = 6;

/**
 * A schema as a type that people can read: `{ id: string; name?: string }` over several lines. References are written
 * out; what is nested deeper than six levels is "…".
 */
export function schemaText(schema: Schema, schemas: Schemas, depth = 0): string {
  const resolved = resolve(schema, schemas);
  if (resolved === null || depth > DEEPEST) return '…';
  const { anyOf, items, properties, type } = resolved;
  if (resolved.const !== undefined) return JSON.stringify(resolved.const);
  if (resolved.enum) return resolved.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (anyOf) return anyOf.map((one) => schemaText(one, schemas, depth)).join(' | ');
  if (properties) return objectText(resolved, schemas, depth);
  if (items) return `${grouped(schemaText(items, schemas, depth))}[]`;
  if (typeof resolved.additionalProperties === 'object')
    return `{ [name]: ${schemaText(resolved.additionalProperties, schemas, depth + 1)} }`;
  if (Array.isArray(type)) return type.join(' | ');
  return resolved.format ? `${type} (${resolved.format})` : (type ?? 'anything');
}

function resolve(schema: Schema, schemas: Schemas): Schema | null {
  if (schema.$ref === undefined) return schema;
  return schemas[schema.$ref.split('/').at(-1) ?? ''] ?? null;
}

const grouped = (text: string): string => (text.includes(' | ') && !text.startsWith('{') ? `(${text})` : text);

function objectText({ properties = {}, required = [] }: Schema, schemas: Schemas, depth: number): string {
  const lines = Object.entries(properties).map(([name, property]) => {
    const optional = required.includes(name) ? '' : '?';
    return `${'  '.repeat(depth + 1)}${name}${optional}: ${schemaText(property, schemas, depth + 1)};`;
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`;
}

/** The bounds of a value in words: "10 to 500 characters", "1 to 100, else 50"; empty where there are none. */
export function boundsText(schema: Schema): string {
  const { minLength, maxLength, minimum, maximum } = schema;
  const range = (least: number | undefined, most: number | undefined, unit: string) => {
    if (least === undefined && most === undefined) return '';
    if (most === undefined) return `at least ${least}${unit}`;
    return least === undefined ? `at most ${most}${unit}` : `${least} to ${most}${unit}`;
  };
  const bounds = range(minLength, maxLength, ' characters') || range(minimum, maximum, '');
  const otherwise = schema.default === undefined ? '' : `${JSON.stringify(schema.default)} if left out`;
  return [bounds, otherwise].filter(Boolean).join(', ');
}
