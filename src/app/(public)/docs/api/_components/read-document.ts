import type { ExampleRequest } from '@/ui/api/request-code';
import { TOKEN_VARIABLE } from '@/ui/api/request-code';
import { boundsText, type Schema, schemaText } from './schema-text';
import type { Entry } from './search-words';
import { addressOf } from './send-request';
import type { TryRequest } from './try-form';

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
  example?: unknown;
}

/** An operation of the document, as far as the page shows it. */
export interface Operation {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  security?: unknown[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema?: Schema; example?: unknown }> };
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: Schema }> }>;
}

/** An endpoint with its operation. */
export interface Listed {
  id: string;
  method: string;
  path: string;
  tag: string;
  operation: Operation;
}

const JSON_TYPE = 'application/json';

/** The document's type knows references that ours does not have; what the page shows of it is plain data. */
export function listOperations(paths: unknown): Listed[] {
  const items = paths as Record<string, Record<string, Operation>>;
  return Object.entries(items).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      id: operation.operationId ?? `${method}${path}`,
      method: method.toUpperCase(),
      path,
      tag: operation.tags?.[0] ?? '',
      operation,
    })),
  );
}

export function bodyOf({ requestBody }: Operation) {
  return requestBody?.content[JSON_TYPE];
}

/** What is sent where a parameter stands: its type, bounds and description. */
export function aboutParameter({ schema = {}, required, description }: Parameter): string {
  const text = [schemaText(schema, {}), boundsText(schema), required ? 'required' : 'optional'];
  return `${text.filter(Boolean).join(', ')}${description ? `. ${description}` : ''}`;
}

/** The request that stands in the examples. */
export function exampleOf(listed: Listed, server: string): ExampleRequest {
  const { method, path, operation } = listed;
  const { fields } = tryOf(listed);
  const values = Object.fromEntries(fields.map(({ name, example }) => [name, example]));
  const body = bodyOf(operation)?.example;
  return {
    method,
    url: `${server}${addressOf(path, fields, values)}`,
    token: operation.security ? TOKEN_VARIABLE : null,
    ...(body === undefined ? {} : { body }),
  };
}

const PLACES = new Set(['path', 'query', 'header']);

/** What the form asks for that sends it. */
export function tryOf({ method, path, operation }: Listed): TryRequest {
  const body = bodyOf(operation);
  const fields = (operation.parameters ?? []).filter((one) => PLACES.has(one.in));
  return {
    method,
    path,
    fields: fields.map((parameter) => ({
      name: parameter.name,
      in: parameter.in as 'path' | 'query' | 'header',
      required: parameter.required === true,
      example: parameter.example === undefined ? '' : String(parameter.example),
      about: aboutParameter(parameter),
    })),
    body: body ? JSON.stringify(body.example ?? {}, null, 2) : null,
    isProtected: operation.security !== undefined,
  };
}

/** Its line in the contents, found by all that is said of it and by the names of its fields. */
export function entryOf({ id, method, path, operation }: Listed): Entry {
  const { summary = '', description = '', parameters = [], responses = {} } = operation;
  const said = [
    ...[method, path, summary, description],
    ...parameters.flatMap(({ name, description: about }) => [name, about ?? '']),
    ...namesOf(bodyOf(operation)?.schema),
    ...Object.values(responses).flatMap(({ content }) => namesOf(content?.[JSON_TYPE]?.schema)),
  ];
  return { id, method, path, summary, words: [...new Set(said.join(' ').toLowerCase().split(/\s+/))].join(' ') };
}

/** The names of a schema's fields, and of the schemas that it refers to. */
function namesOf(schema: Schema | undefined): string[] {
  if (!schema) return [];
  const { $ref, properties = {}, items, anyOf = [] } = schema;
  return [
    ...($ref ? [$ref.split('/').at(-1) ?? ''] : []),
    ...Object.entries(properties).flatMap(([name, inner]) => [name, ...namesOf(inner)]),
    ...namesOf(items),
    ...anyOf.flatMap(namesOf),
  ];
}
