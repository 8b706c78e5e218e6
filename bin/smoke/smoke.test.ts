import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArguments } from './arguments';
import { tryAddress } from './try-address';

interface Given {
  status?: number;
  text?: string;
  headers?: Record<string, string>;
}

const page: Given = { text: '<h1>Monitors!</h1>', headers: { 'content-type': 'text/html' } };
const refusal = (status: number, code: string, fields = {}): Given => ({
  status,
  text: JSON.stringify({ error: { code, reason: 'r', message: 'What to do.', fields, requestId: null } }),
});
const SECURITY = {
  'content-security-policy': "script-src 'self' 'nonce-abcdefgh' 'strict-dynamic'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=()',
};
const ROUTES = ['/api/auth/login', '/api/monitors', '/api/monitors/{id}/refresh'];

/** An app that is well; each test breaks one thing of it. */
function wellApp(): Record<string, Given> {
  return {
    '/api/health': {},
    '/api/ready': {},
    '/': { ...page, headers: { ...page.headers, ...SECURITY } },
    '/sign-up': page,
    '/sign-in': page,
    '/privacy': page,
    '/dashboard': { status: 307, headers: { location: '/sign-in?next=%2Fdashboard' } },
    '/api/monitors': refusal(401, 'unauthenticated'),
    '/api/admin/stats': refusal(401, 'unauthenticated'),
    '/api/nothing-here': refusal(404, 'not_found'),
    '/api/auth/register': refusal(400, 'invalid', { email: ['Not an address.'] }),
    '/api/openapi.json': {
      text: JSON.stringify({ openapi: '3.1.0', paths: Object.fromEntries(ROUTES.map((path) => [path, {}])) }),
    },
  };
}

let server: Server;
let app: Record<string, Given>;
let asked: string[];
let heard: (string | undefined)[];
const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeEach(async () => {
  app = wellApp();
  [asked, heard] = [[], []];
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    heard.push(request.headers['x-bypass'] as string | undefined);
    const { status, headers, text } = app[request.url ?? ''] ?? { status: 404 };
    response.writeHead(status ?? 200, headers).end(text);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterEach(() => new Promise((done) => server.close(done)));

const faults = async () => (await tryAddress(address(), {})).flatMap(({ name, fault }) => (fault ? [name, fault] : []));

describe('an app that is well', () => {
  it('has no fault, and nothing is written where there is no sample shop', async () => {
    expect(await faults()).toEqual([]);
    expect(asked.filter((line) => !line.startsWith('GET'))).toEqual(['POST /api/auth/register']);
  });

  it('is asked with the headers that were given', async () => {
    await tryAddress(address(), { 'x-bypass': 'word' });
    expect(new Set(heard)).toEqual(new Set(['word']));
  });
});

const weak = (policy: string): Given => ({
  ...page,
  headers: { ...page.headers, ...SECURITY, 'content-security-policy': policy },
});

describe('what is broken is named', () => {
  it.each<[string, string, Given, string, string]>([
    ['not alive', '/api/health', { status: 500 }, 'it lives', 'the answer is 500 and should be 200'],
    ['not ready', '/api/ready', { status: 503, text: 'no database' }, 'it is ready', 'begins: no database'],
    ['a page without a heading', '/sign-up', { ...page, text: '<p>' }, 'the page to sign up', 'no heading'],
    ['an open dashboard', '/dashboard', page, 'closed to strangers', 'a stranger sees the dashboard'],
    ['no nonce', '/', weak("script-src 'self'; frame-ancestors 'none'"), 'security headers', 'with a nonce'],
    ['a page that can be framed', '/', weak("script-src 'nonce-abcdefgh'"), 'security headers', 'frame-ancestors'],
    ['an open API', '/api/monitors', { text: '[]' }, 'refuses strangers (401)', 'is 200 and should be 401'],
    ['another shape', '/api/monitors', { status: 401, text: '{"error":"no"}' }, '(401)', 'not its promised shape'],
    ['another code', '/api/admin/stats', refusal(401, 'forbidden'), 'to admins', 'should be unauthenticated'],
    ['no fields', '/api/auth/register', refusal(400, 'invalid'), '(400)', 'the address is wrong'],
    ['an open cron', '/api/cron/housekeeping', {}, 'cron routes', 'is 200 and should be 404'],
    [
      'no contract',
      '/api/openapi.json',
      { text: '{"openapi":"3.1.0","paths":{}}' },
      'contract',
      'lacks /api/auth/login',
    ],
  ])('%s', async (_what, path, given, name, fault) => {
    app[path] = given;
    const found = await faults();
    expect(found).toHaveLength(2);
    expect(found[0]).toContain(name);
    expect(found[1]).toContain(fault);
  });

  it('an address where nobody answers', async () => {
    const [first] = await tryAddress('http://127.0.0.1:20001', {});
    expect(first?.fault).toContain('ECONNREFUSED');
  });

  it('a sample shop in which nobody can sign up', async () => {
    app['/samples/headphones'] = page;
    expect(await faults()).toEqual([expect.stringContaining('sample shop'), expect.stringContaining('should be 201')]);
  });
});

describe('arguments', () => {
  it('name a site; of its path nothing is kept, and an empty header is none', () => {
    const given = ['https://m.example.org/x', '--header', 'a: b: c', '--header', 'x-empty: ', '--minutes', '10'];
    const expected = { kind: 'try', address: 'https://m.example.org', minutes: 10, headers: { a: 'b: c' } };
    expect(readArguments(given)).toEqual(expected);
  });

  it.each([[[]], [['m.example.org']], [['ftp://m.example.org']], [['https://a', 'https://b']], [['https://a', '--x']]])(
    '%j are none',
    (given) => {
      expect(readArguments(given)).toMatchObject({ kind: 'wrong' });
    },
  );
});
