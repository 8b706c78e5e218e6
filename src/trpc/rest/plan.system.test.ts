import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { DIFFERENCES } from './differences';
import { openApiDocument } from './document';
import { EXAMPLES } from './examples';
import { ROUTES } from './routes';

interface Schema {
  $ref?: string;
  type?: string | string[];
  anyOf?: Schema[];
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

const document = openApiDocument();
const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
const resolve = (schema: Schema): Schema =>
  schema.$ref ? (schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema;

/** A field by its path, e.g. "monitors[].id"; without null, which the plan's types leave to our own words. */
function at(schema: Schema, path: string): { schema: Schema; required: boolean } | null {
  let here = resolve(schema);
  let required = true;
  for (const step of path.split('.')) {
    const name = step.replace('[]', '');
    const next = here.properties?.[name];
    if (!next) return null;
    required &&= here.required?.includes(name) ?? false;
    here = resolve(next);
    if (step.endsWith('[]')) here = resolve(here.items ?? {});
  }
  return { schema: here, required };
}

function typesOf(schema: Schema): string[] {
  const { anyOf, enum: words, type } = resolve(schema);
  if (anyOf) return [...new Set(anyOf.flatMap(typesOf))];
  if (words) return [`'${words.map(String).sort().join("'|'")}'`];
  return [type ?? 'any'].flat();
}

function operationOf(endpoint: string) {
  const [method = '', path = ''] = endpoint.split(' ');
  const operation = document.paths?.[path]?.[method.toLowerCase() as 'get'];
  if (!operation) throw new Error(`The document lacks ${endpoint}`);
  return operation;
}

const json = (content: unknown): Schema =>
  (content as { content?: Record<string, { schema?: Schema }> } | undefined)?.content?.['application/json']?.schema ??
  {};

/** With our `unknown`, which is among the differences. */
const HEALTH = "'critical'|'healthy'|'unknown'|'warning'";
const TYPE = "'change'|'state'";
const USER = { 'user.id': 'string', 'user.email': 'string', 'user.name': 'string' };
const SIGNED_IN = { success: 'boolean', ...USER, 'user.isBetaUser': 'boolean', token: 'string' };

function monitor(at: string): Record<string, string> {
  const fields = {
    ...{ id: 'string', name: 'string', prompt: 'string', type: TYPE, isActive: 'boolean', lastChecked: 'string' },
    ...{ currentValue: 'any', triggerCount: 'integer', createdAt: 'string', updatedAt: 'string' },
  };
  return Object.fromEntries(Object.entries(fields).map(([name, type]) => [`${at}.${name}`, type]));
}

/** Every line of the plan's answers ("API Contracts"), by its path in the answer. */
const ANSWERS: Record<string, Record<string, string>> = {
  'POST /api/auth/register': { success: 'boolean', ...USER, token: 'string' },
  'POST /api/auth/login': SIGNED_IN,
  'POST /api/auth/oauth/google': SIGNED_IN,
  'POST /api/auth/logout': { success: 'boolean' },
  'GET /api/monitors': { ...monitor('monitors[]'), total: 'integer', limit: 'integer' },
  'POST /api/monitors': {
    ...{ success: 'boolean', ...monitor('monitor'), 'interpretation.type': TYPE },
    ...{ 'interpretation.extractedFact': 'string', 'interpretation.triggerCondition': 'string' },
    'interpretation.suggestedName': 'string',
  },
  'GET /api/monitors/{id}': {
    ...monitor('monitor'),
    ...{ 'facts[].id': 'string', 'facts[].monitorId': 'string', 'facts[].value': 'any' },
    ...{ 'facts[].extractedAt': 'string', 'facts[].source': 'string' },
    ...{ 'history[].id': 'string', 'history[].monitorId': 'string', 'history[].value': 'any' },
    ...{ 'history[].timestamp': 'string', 'history[].triggeredAlert': 'boolean' },
    // NotificationHistory: the plan's EmailNotification, without its texts.
    ...{ 'notifications[].id': 'string', 'notifications[].monitorId': 'string', 'notifications[].subject': 'string' },
    ...{ 'notifications[].sentAt': 'string', 'notifications[].deliveredAt': 'string' },
    ...{ 'notifications[].openedAt': 'string', 'notifications[].clickedAt': 'string' },
    ...{ 'notifications[].sendGridMessageId': 'string', 'notifications[].changeDetected': 'boolean' },
    'notifications[].deliveryStatus': "'bounce'|'delivered'|'sent'|'spam'|'unsubscribe'",
    ...{ 'notifications[].triggerValue': 'any', 'notifications[].previousValue': 'any' },
  },
  'PUT /api/monitors/{id}': { success: 'boolean', ...monitor('monitor') },
  'DELETE /api/monitors/{id}': { success: 'boolean' },
  'POST /api/monitors/{id}/refresh': {
    ...{ success: 'boolean', 'evaluation.value': 'any', 'evaluation.triggered': 'boolean' },
    ...{ 'evaluation.timestamp': 'string', 'evaluation.nextAllowedRefresh': 'string' },
  },
  'GET /api/admin/users': {
    ...{ 'users[].id': 'string', 'users[].email': 'string', 'users[].name': 'string' },
    ...{ 'users[].isBetaUser': 'boolean', 'users[].monitorCount': 'integer', 'users[].lastLogin': 'string' },
    ...{ 'users[].createdAt': 'string', total: 'integer' },
  },
  'POST /api/admin/users/{id}/beta': {
    ...{ success: 'boolean', 'user.id': 'string', 'user.email': 'string', 'user.isBetaUser': 'boolean' },
  },
  'GET /api/admin/stats': {
    ...{ totalUsers: 'integer', betaUsers: 'integer', totalMonitors: 'integer', activeMonitors: 'integer' },
    ...{ dailyEvaluations: 'integer', emailsSent24h: 'integer', 'systemHealth.database': HEALTH },
    ...{ 'systemHealth.aiProviders': HEALTH, 'systemHealth.emailService': HEALTH },
    'systemHealth.scrapingService': HEALTH,
  },
};

/** Answers that the plan never makes null, and ours are; each is among the differences. */
const NULLED = new Set([
  ...['POST /api/auth/register user.id', 'POST /api/auth/register token', 'GET /api/admin/users users[].lastLogin'],
  'GET /api/monitors/{id} notifications[].sentAt',
  'GET /api/monitors/{id} notifications[].sendGridMessageId',
  'GET /api/monitors/{id} notifications[].deliveryStatus',
]);
/** Of the plan's `| null` and `?`. */
const MAY_BE_NULL = /\.(lastChecked|currentValue|value|deliveredAt|openedAt|clickedAt|triggerValue|previousValue)$/;

describe('the plan’s answers', () => {
  const lines = Object.entries(ANSWERS).flatMap(([endpoint, fields]) =>
    Object.entries(fields).map(([path, type]) => [endpoint, path, type] as const),
  );
  it.each(lines)('%s: %s is %s', (endpoint, path, type) => {
    const worked = Object.entries(operationOf(endpoint).responses ?? {}).find(([status]) => status.startsWith('2'));
    const found = at(json(worked?.[1]), path);
    expect(found?.required).toBe(true);
    const types = typesOf(found?.schema ?? {});
    const isNullable = types.includes('null');
    expect(isNullable).toBe(NULLED.has(`${endpoint} ${path}`) || MAY_BE_NULL.test(`.${path}`));
    if (type !== 'any') expect(types.filter((one) => one !== 'null')).toEqual([type]);
  });
});

describe('the plan’s requests', () => {
  it.each([
    ['POST /api/auth/register', { email: true, password: true, name: true }],
    ['POST /api/auth/login', { email: true, password: true }],
    ['POST /api/auth/oauth/google', { code: true, redirectUri: true }],
    ['POST /api/monitors', { prompt: true, name: false }],
    ['PUT /api/monitors/{id}', { prompt: false, name: false, isActive: false }],
    ['POST /api/admin/users/{id}/beta', { isBetaUser: true }],
  ])('%s takes what it says', (endpoint, fields) => {
    const schema = resolve(json(operationOf(endpoint).requestBody));
    for (const [name, needed] of Object.entries(fields)) {
      expect(Object.keys(schema.properties ?? {})).toContain(name);
      expect([name, schema.required?.includes(name) ?? false]).toEqual([name, needed]);
    }
  });

  it('filters statistics by startDate, endDate and metricType', () => {
    const names = operationOf('GET /api/admin/stats').parameters?.map((one) => ('name' in one ? one.name : ''));
    expect(names).toEqual(['startDate', 'endDate', 'metricType']);
  });
});

describe('examples', () => {
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);

  it.each(ROUTES)('$method $path has one that its schema takes', ({ procedure, method, path }) => {
    const operation = operationOf(`${method} ${path}`);
    const schema = json(operation.requestBody);
    const { body, query = {} } = EXAMPLES[procedure] ?? {};
    const validate = ajv.compile({ ...schema, components: document.components });
    if (operation.requestBody) expect([validate(body), ajv.errorsText(validate.errors)]).toEqual([true, 'No errors']);
    const known = operation.parameters?.map((one) => ('name' in one ? one.name : '')) ?? [];
    expect(known).toEqual(expect.arrayContaining(Object.keys(query)));
  });
});

it('differs only as docs/api.md says too', () => {
  const docs = readFileSync('docs/api.md', 'utf8');
  for (const { about, plan, here } of DIFFERENCES) expect(docs).toContain(`| ${about} | ${plan} | ${here} |`);
});
