import { generateOpenApiDocument, type OpenAPIObject } from 'trpc-to-openapi';
import { createSchema } from 'zod-openapi';
import { getEnv } from '@/env';
import { RestError } from './answer';
import { EVIDENCE_ROUTE } from './evidence';
import { EXAMPLE_ID, EXAMPLES, type RequestExample } from './examples';
import { ROUTES, type Route, restRouter } from './routes';

const INTRODUCTION = `Everything the pages do with monitors, for programs. Answers are JSON.

**Who you are.** Send \`Authorization: Bearer …\` with a personal API token of your account page (scopes read, refresh
and write), or with the token that register and login answer.

**Refusals** have one shape, \`{"error": {"code", "reason", "message", "fields", "requestId"}}\`: 400 with messages by
field, 401 when nobody or with a token that has ended, 403 without the scope or before the beta is open to you, 404 also
for what is somebody else's, 409 when it does not fit the present state, 422 when it cannot be done, 429 at a limit with
\`Retry-After\` and \`RateLimit-*\`. Fields that are not described are refused.

**Sending again.** With an \`Idempotency-Key\` header, creating and refreshing happen once: the same request with the
same key gets the first answer for 24 hours.

**Pages.** Lists that can be long answer \`nextCursor\`; send it as \`cursor\` for the next page, until it is null.`;

const REFUSALS: Record<number, string> = {
  400: 'Some of the input is not valid',
  401: 'Nobody is signed in, or the token has ended',
  403: 'The token lacks the scope, or the beta is not open to you yet',
  404: 'There is no such thing, or it is not yours',
  409: 'It does not fit the present state',
  413: 'The body is too large',
  415: 'The body is not JSON',
  422: 'It was understood and cannot be done',
  429: 'A limit is reached; Retry-After says when to come again',
  500: 'A fault of ours',
  503: 'What is needed for it cannot be reached now',
};

const LIMIT_HEADERS = {
  'Retry-After': { schema: { type: 'integer' as const }, description: 'Seconds until the limit ends' },
  'RateLimit-Limit': { schema: { type: 'integer' as const }, description: 'How many the limit allows' },
  'RateLimit-Remaining': { schema: { type: 'integer' as const }, description: 'How many are left' },
  'RateLimit-Reset': { schema: { type: 'integer' as const }, description: 'Seconds until all are back' },
};

const KEY_HEADER = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description: 'Any text of 1 to 255 printable characters without spaces, for example a UUID',
  schema: { type: 'string' as const, minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
};

/** The procedures whose requests can be sent again with a key. */
const KEYED = new Set(['monitors.create', 'refresh.refresh']);

let made: OpenAPIObject | undefined;

/** The contract as an OpenAPI 3.1 document, made from the procedures themselves. */
export function openApiDocument(): OpenAPIObject {
  made ??= build();
  return made;
}

function build(): OpenAPIObject {
  const document = generateOpenApiDocument(restRouter, {
    title: 'Monitors!',
    version: '1.0.0',
    description: INTRODUCTION,
    baseUrl: getEnv().APP_URL,
    docsUrl: `${getEnv().APP_URL}/docs/api`,
    tags: ['Accounts', 'Monitors', 'Administration'],
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
  });
  for (const route of ROUTES) describeRoute(document, route);
  document.paths = { ...document.paths, [EVIDENCE_ROUTE]: { get: evidence() } };
  document.components = { ...document.components };
  document.components.schemas = { ...document.components.schemas, Error: errorSchema() };
  return document;
}

function errorSchema() {
  const { schema } = createSchema(RestError, { io: 'output' });
  return schema as NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];
}

/** Adds what the adapter's document does not know: the right status, our refusals, the key header. */
function describeRoute(document: OpenAPIObject, route: Route): void {
  const operation = document.paths?.[route.path]?.[route.method.toLowerCase() as 'get'];
  if (!operation) throw new Error(`The document lacks ${route.method} ${route.path}`);
  const { 200: worked } = operation.responses ?? {};
  const refusals = Object.entries(REFUSALS).map(([status, description]) => [status, refusal(status, description)]);
  operation.responses = { [route.status]: worked, ...Object.fromEntries(refusals) };
  addExample(operation, EXAMPLES[route.procedure] ?? {});
  if (KEYED.has(route.procedure)) operation.parameters = [...(operation.parameters ?? []), KEY_HEADER];
}

type Operation = NonNullable<NonNullable<OpenAPIObject['paths']>[string]['get']>;

function addExample(operation: Operation, { body, query }: RequestExample): void {
  for (const parameter of operation.parameters ?? []) {
    if (!('in' in parameter)) continue;
    const example = parameter.in === 'path' ? EXAMPLE_ID : query?.[parameter.name];
    if (example !== undefined) parameter.example = example;
  }
  const given = operation.requestBody;
  const json = given && 'content' in given ? given.content['application/json'] : undefined;
  if (json && body) json.example = body;
}

/** Answered by a route of its own, since it answers a picture. */
function evidence(): Operation {
  const description = 'The picture, framed around the quote';
  const picture = { schema: { type: 'string' as const, format: 'binary' } };
  const refusals = [401, 403, 404, 429].map((status) => [status, refusal(String(status), REFUSALS[status] ?? '')]);
  return {
    operationId: 'evidence-get',
    summary: 'The picture that proves a value, or of what a failed evaluation met',
    description: 'Answers of facts, history and evaluations have its address as `pictureUrl`. For the scope read.',
    tags: ['Monitors'],
    security: [{ bearer: [] }],
    parameters: [
      { name: 'id', in: 'path', required: true, example: EXAMPLE_ID, schema: { type: 'string', format: 'uuid' } },
    ],
    responses: {
      200: { description, content: { 'image/webp': picture, 'image/jpeg': picture } },
      ...Object.fromEntries(refusals),
    },
  };
}

function refusal(status: string, description: string) {
  return {
    description,
    ...(status === '429' ? { headers: LIMIT_HEADERS } : {}),
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  };
}
