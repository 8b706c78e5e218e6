import * as oauth from 'oauth4webapi';
import { DomainError } from '@/domain/errors';
import { getEnv } from '@/env';

/** What Google says of somebody, as its signed token has it. */
export interface GoogleClaims {
  googleId: string;
  email: string;
  emailVerified: boolean;
  name: string;
}

const PATIENCE_MS = 10_000;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Exchanges the code that Google sent a program's user back with, for what Google says of them (OpenID Connect Core,
 * 3.1.3). The token comes from Google itself over TLS, so its signature need not be checked again (3.1.3.7, 6). The
 * program asked for the code without a nonce and without PKCE, since the plan's request carries neither.
 * @throws DomainError `not_found` / `no_google` where Google is not set up; `unauthenticated` / `bad_code`;
 * `unavailable` / `google_unreachable`.
 */
export async function exchangeGoogleCode(code: string, redirectUri: string): Promise<GoogleClaims> {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, GOOGLE_ISSUER } = getEnv();
  if (!GOOGLE_CLIENT_ID || !GOOGLE_CLIENT_SECRET)
    throw new DomainError('not_found', 'no_google', 'Google sign-in is not set up here.');
  try {
    const claims = await exchange(new URL(GOOGLE_ISSUER), GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, code, redirectUri);
    const { sub, email, email_verified, name } = claims;
    return { googleId: sub, email: text(email), emailVerified: email_verified === true, name: text(name) };
  } catch (error) {
    throw refusal(error);
  }
}

async function exchange(
  issuer: URL,
  clientId: string,
  secret: string,
  code: string,
  redirectUri: string,
): Promise<oauth.IDToken> {
  const options = {
    signal: () => AbortSignal.timeout(PATIENCE_MS),
    // Only a stand-in for Google on a developer's machine speaks plain http.
    [oauth.allowInsecureRequests]: issuer.protocol === 'http:',
  };
  const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, options));
  const client: oauth.Client = { client_id: clientId };
  const callback = new URLSearchParams({ code });
  if (server.authorization_response_iss_parameter_supported) callback.set('iss', server.issuer);
  const checked = oauth.validateAuthResponse(server, client, callback, oauth.expectNoState);
  const authentication = oauth.ClientSecretPost(secret);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    authentication,
    checked,
    redirectUri,
    oauth.nopkce,
    options,
  );
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, { requireIdToken: true });
  const claims = oauth.getValidatedIdTokenClaims(tokens);
  if (claims === undefined) throw new Error('Google answered without an ID token');
  return claims;
}

/** Google's "no" is about the code or the address it was for; anything else is between Google and us. */
function refusal(error: unknown): DomainError {
  if (error instanceof oauth.ResponseBodyError && error.status < 500) {
    const message =
      'Google does not accept this code for this redirectUri. Codes work once and for minutes: get a new one.';
    return new DomainError('unauthenticated', 'bad_code', message, { fields: { code: [message] }, cause: error });
  }
  const message = 'Google could not be asked. Try again in a moment, or use your password.';
  return new DomainError('unavailable', 'google_unreachable', message, { cause: error });
}
