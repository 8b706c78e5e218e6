import { unstable_doesMiddlewareMatch } from 'next/experimental/testing/server';
import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { config, proxy } from './proxy';

const request = (path: string, init?: ConstructorParameters<typeof NextRequest>[1]) =>
  new NextRequest(`http://localhost:3000${path}`, { ...init, headers: { host: 'localhost:3000', ...init?.headers } });

const POST = { method: 'POST' };

describe('proxy', () => {
  it('gives every answer its headers, and the page the nonce that its policy names', () => {
    const response = proxy(request('/monitors/1?tab=history'));
    const policy = response.headers.get('content-security-policy');
    const nonce = response.headers.get('x-middleware-request-x-nonce');
    expect(nonce).toMatch(/^[A-Za-z0-9+/=]{40,}$/);
    expect(policy).toContain(`'nonce-${nonce}'`);
    expect(response.headers.get('x-middleware-request-x-path')).toBe('/monitors/1?tab=history');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('never uses a nonce twice, nor one that the client sent', () => {
    const nonces = Array.from({ length: 20 }, () =>
      proxy(request('/', { headers: { 'x-nonce': 'mine' } })).headers.get('x-middleware-request-x-nonce'),
    );
    expect(new Set(nonces).size).toBe(20);
    expect(nonces).not.toContain('mine');
  });

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ cookie: 'monitors.session=x' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ origin: 'http://localhost:3000' }, 200],
  ])('answers a POST with %j with %d', (headers: Record<string, string>, status) => {
    expect(proxy(request('/api/trpc/auth.signIn', { ...POST, headers })).status).toBe(status);
  });

  it.each([[{ 'sec-fetch-site': 'cross-site' }], [{ origin: 'null' }], [{ origin: 'https://mail.example' }]])(
    'lets the button of a mail program with %j end emails, which looks at no cookie',
    (headers: Record<string, string>) => {
      expect(proxy(request('/api/unsubscribe?token=x', { ...POST, headers })).status).toBe(200);
      expect(proxy(request('/api/unsubscribe/x', { ...POST, headers })).status).toBe(403);
    },
  );

  it('refuses what names us otherwise, also to read, and tells sign-in only the name that was checked', () => {
    const from = (headers: Record<string, string>) => proxy(request('/sign-in', { headers }));
    const refused = from({ host: 'rebound.evil.example:3000', 'sec-fetch-site': 'same-origin' });
    expect(refused.status).toBe(421);
    expect(refused.headers.get('x-content-type-options')).toBe('nosniff');
    const forged = from({ 'x-forwarded-host': 'evil.example' });
    expect(forged.status).toBe(200);
    expect(forged.headers.get('x-middleware-request-x-forwarded-host')).toBe('localhost:3000');
  });

  it('answers probes by any name, and nothing else', () => {
    const by = (path: string) => proxy(request(path, { headers: { host: '10.1.2.3:3000x' } })).status;
    expect(['/api/health', '/api/ready', '/api/metrics'].map(by)).toEqual([200, 200, 200]);
    expect(by('/api/openapi.json')).toBe(421);
  });

  it('lets a local copy be used by its network address, but not by a name that points at it', () => {
    const from = (host: string) => proxy(request('/', { ...POST, headers: { host, origin: `http://${host}` } })).status;
    expect(from('192.168.1.20:3000')).toBe(200);
    expect(from('[::1]:3000')).toBe(200);
    expect(from('rebound.evil.example:3000')).toBe(421);
  });
});

describe('the matcher', () => {
  const covers = (path: string, headers: Record<string, string> = {}) =>
    unstable_doesMiddlewareMatch({ config, nextConfig: {}, url: `http://localhost:3000${path}`, headers });

  it.each(['/', '/sign-in', '/api/trpc/auth.me', '/api/auth/signout', '/samples/controls', '/_next/data/x'])(
    'covers %s',
    (path) => expect(covers(path)).toBe(true),
  );
  it('leaves static files alone', () => expect(covers('/_next/static/chunks/a.js')).toBe(false));

  it.each(['/api/monitors', '/api/monitors/1/refresh', '/api/session'])(
    'covers %s unless a bearer token names the caller, who then borrows no cookie',
    (path) => {
      expect(covers(path)).toBe(true);
      expect(covers(path, { cookie: 'monitors.session=x' })).toBe(true);
      expect(covers(path, { authorization: 'Basic x', cookie: 'monitors.session=x' })).toBe(true);
      expect(covers(path, { authorization: 'Bearer x' })).toBe(false);
    },
  );

  it('covers the rest with a bearer token too', () => {
    expect(covers('/api/trpc/auth.me', { authorization: 'Bearer x' })).toBe(true);
    expect(covers('/monitors', { authorization: 'Bearer x' })).toBe(true);
  });
});
