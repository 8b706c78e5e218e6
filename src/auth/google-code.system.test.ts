import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { exchangeGoogleCode } from './google-code';

const CALLBACK = 'https://program.example/callback';

let server: Server;
let issuer = '';
let claims: Record<string, unknown> = {};
let asked = new URLSearchParams();

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A signed token that says `claims` of the subject "g-1". */
function idToken(): string {
  const now = Math.floor(Date.now() / 1_000);
  const said = { ...claims, iss: issuer, aud: 'client-1', sub: 'g-1', iat: now, exp: now + 300 };
  const signed = `${encoded({ alg: 'RS256' })}.${encoded(said)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
}

/** A stand-in for Google that speaks OpenID Connect: one code, "good", for one address. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/.well-known/openid-configuration')
      return answer(200, { issuer, token_endpoint: `${issuer}/token` });
    asked = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
    if (asked.get('code') === 'broken') return answer(500, {});
    if (asked.get('code') !== 'good' || asked.get('redirect_uri') !== CALLBACK)
      return answer(400, { error: 'invalid_grant' });
    return answer(200, { access_token: 'a', token_type: 'Bearer', id_token: idToken() });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.stubEnv('GOOGLE_CLIENT_ID', 'client-1');
  vi.stubEnv('GOOGLE_CLIENT_SECRET', 'secret-1');
  vi.stubEnv('GOOGLE_ISSUER', issuer);
});

afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

describe('exchangeGoogleCode', () => {
  it('gives what Google says of the person', async () => {
    claims = { email: 'ada@example.org', email_verified: true, name: 'Ada' };
    expect(await exchangeGoogleCode('good', CALLBACK)).toEqual({
      googleId: 'g-1',
      email: 'ada@example.org',
      emailVerified: true,
      name: 'Ada',
    });
    expect(Object.fromEntries(asked)).toMatchObject({ client_id: 'client-1', client_secret: 'secret-1', code: 'good' });
  });

  it('takes nothing but true for a verified address', async () => {
    claims = { email: 'ada@example.org', email_verified: 'true' };
    expect(await exchangeGoogleCode('good', CALLBACK)).toMatchObject({ emailVerified: false, name: '' });
  });

  it.each([
    ['used', CALLBACK, 'bad_code'],
    ['good', 'https://evil.example/', 'bad_code'],
    ['broken', CALLBACK, 'google_unreachable'],
  ])('refuses the code %s for %s', async (code, redirectUri, reason) => {
    await expect(exchangeGoogleCode(code, redirectUri)).rejects.toMatchObject({ reason });
  });
});
