import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { type GeneratedRequest, requestOf } from '@/test/openapi-arbitrary';
import { useRest } from '@/test/rest-client';
import { openApiDocument } from './document';
import { ROUTES, type Route } from './routes';

const database = useDatabase();
const rest = useRest(database);

const REQUESTS_EACH = 150;
const MINUTES = 4;

const PAGE = 'https://shop.example.org/kettle-one';
/** Values that get through, so that the requests also reach what is behind the checks. */
const LIKELY = {
  prompt: fc.constantFrom(
    `Tell me when the Kettle One costs less than $300 ${PAGE}`,
    `Tell me when the number of reviews changes on ${PAGE}`,
    'Tell me when http://10.0.0.1/ shows a price under 5 EUR',
    'Wer bin ich, und wenn ja, wie viele?',
  ),
  source: fc.constantFrom(PAGE, 'shop.example.org', 'file:///etc/passwd', 'http://[::1]:5432/'),
  email: fc.constantFrom('one@example.org', 'two@example.org', 'THREE@example.org'),
  password: fc.constantFrom('Correct1Horse', 'Wrong1Horse'),
};

/** A body that each endpoint takes: sent first, so that none is tested by refusals alone. */
const VALID: Record<string, object> = {
  'auth.register': { email: 'one@example.org', password: 'Correct1Horse', name: 'Ada' },
  'auth.login': { email: 'one@example.org', password: 'Correct1Horse' },
  'auth.google': { code: 'an-unknown-code' },
  'monitors.create': { prompt: `Tell me when the Kettle One costs less than $300 ${PAGE}` },
  'monitors.update': { name: 'A better name' },
  'admin.setBeta': { isBetaUser: true },
  'whitelist.add': { email: 'one@example.org' },
  'whitelist.setActive': { isActive: false },
};

function validRequest({ procedure }: Route): GeneratedRequest {
  const body = VALID[procedure] && JSON.stringify(VALID[procedure]);
  return { query: {}, headers: {}, body, contentType: body && 'application/json' };
}

const WHO = ['owner', 'admin', 'waiting', 'nobody', 'garbage'] as const;
const WHOSE = ['own', 'other', 'unknown', 'text', 'encoded'] as const;

const users = { owner: '', admin: '', waiting: '' };

beforeAll(async () => {
  users.owner = (await insertUser(database.db)).id;
  users.admin = (await insertUser(database.db, { role: 'admin' })).id;
  users.waiting = (await insertUser(database.db, { isBetaUser: false })).id;
  rest.deps.scraper.pages.set(PAGE, { html: '<h1>Kettle One</h1><p>Price: $283.00</p><p>12 reviews</p>' });
});

async function tokenOf(who: (typeof WHO)[number]): Promise<string | undefined> {
  if (who === 'nobody') return undefined;
  return who === 'garbage' ? 'x.y.z' : openBearerSession(users[who], { userAgent: null, ip: null });
}

/** An id for the path: of the owner's monitor (an admin's: of somebody), somebody else's, nobody's, or no id. */
async function idOf(whose: (typeof WHOSE)[number], path: string): Promise<string> {
  if (whose === 'unknown') return crypto.randomUUID();
  if (whose === 'text' || whose === 'encoded') return whose === 'text' ? 'monitor-1' : '%00%ff%2e%2e';
  if (path.startsWith('/api/admin/whitelist') && whose === 'own') return ownEntry();
  if (path.startsWith('/api/admin')) return whose === 'own' ? users.waiting : (await insertUser(database.db)).id;
  if (whose === 'other') return (await insertMonitor(database.db)).id;
  const own = await database.db.selectFrom('monitors').select('id').where('userId', '=', users.owner).execute();
  return own.length < 8 ? (await insertMonitor(database.db, { userId: users.owner })).id : (own[0]?.id ?? '');
}

async function ownEntry(): Promise<string> {
  const entry = { email: 'listed@example.org' };
  await database.db
    .insertInto('betaWhitelist')
    .values(entry)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const query = database.db.selectFrom('betaWhitelist').select('id').where('email', '=', entry.email);
  return (await query.executeTakeFirstOrThrow()).id;
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);

const validators = new Map<string, ValidateFunction | null>();

/** Checks the body of an answer as the document describes it; null where it knows no such answer. */
function validatorOf(route: Route, status: number): ValidateFunction | null {
  const key = `${route.procedure} ${status}`;
  const known = validators.get(key);
  if (known !== undefined) return known;
  const { paths, components } = openApiDocument();
  const described = paths?.[route.path]?.[route.method.toLowerCase() as 'get']?.responses?.[status];
  const schema = described?.content?.['application/json']?.schema;
  // References of the document begin at its root, so its components are put where they point to.
  const made = schema ? ajv.compile({ ...schema, components }) : null;
  validators.set(key, made);
  return made;
}

/** What is wrong with an answer, by the document; null when nothing is. */
function complaint(route: Route, status: number, body: unknown): string | null {
  if (status >= 500) return `a server error: ${JSON.stringify(body)}`;
  const validate = validatorOf(route, status);
  if (!validate) return `the document knows no ${status}`;
  return validate(body) ? null : `${status} in another shape: ${ajv.errorsText(validate.errors)}`;
}

let sent = 0;
const statuses: Record<string, Set<number>> = {};

async function check(
  route: Route,
  request: GeneratedRequest,
  who: (typeof WHO)[number],
  whose: (typeof WHOSE)[number],
) {
  const token = await tokenOf(who);
  const id = route.path.includes('{id}') ? await idOf(whose, route.path) : '';
  const query = new URLSearchParams(Object.entries(request.query).map(([key, value]) => [key, String(value)]));
  const path = `${route.path.replace('{id}', id)}?${query}`;
  let headers: Record<string, string>;
  try {
    headers = { ...request.headers, ...(request.contentType ? { 'content-type': request.contentType } : {}) };
    new Headers(headers);
  } catch {
    return;
  }
  const answer = await rest.send(route.method, path, { token, body: request.body, headers });
  sent += 1;
  const of = `${route.method} ${route.path}`;
  statuses[of] = (statuses[of] ?? new Set()).add(answer.status);
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(complaint(route, answer.status, await answer.json())).toBeNull();
}

describe('generated requests', () => {
  it.each(ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s answers as the document says, never with a server error',
    async (_name, route) => {
      await fc.assert(
        fc.asyncProperty(
          requestOf(openApiDocument(), route, LIKELY),
          fc.constantFrom(...WHO, 'owner' as const, 'admin' as const),
          fc.constantFrom(...WHOSE, 'own' as const),
          (request, who, whose) => check(route, request, who, whose),
        ),
        {
          numRuns: REQUESTS_EACH,
          examples: [[validRequest(route), route.path.startsWith('/api/admin') ? 'admin' : 'owner', 'own']],
        },
      );
    },
    MINUTES * 60_000,
  );

  it('were many, and got through as well as refused', () => {
    expect(sent).toBeGreaterThanOrEqual(Math.min(2_000, REQUESTS_EACH * ROUTES.length * 0.95));
    for (const [endpoint, seen] of Object.entries(statuses)) {
      // Google is not set up here; what it answers is tested in google-code.test.ts.
      const opens = endpoint !== 'POST /api/auth/oauth/google';
      const got = [...seen];
      expect({
        endpoint,
        letThrough: got.some((status) => status < 300),
        refused: got.some((status) => status >= 400),
      }).toEqual({ endpoint, letThrough: opens, refused: true });
    }
  });
});
