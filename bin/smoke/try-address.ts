import { z } from 'zod';
import { type Ask, asking, expectJson, expectStatus } from './asking';
import { trySamples } from './try-samples';

export interface Finding {
  name: string;
  /** What is wrong, in plain words; null where nothing is. */
  fault: string | null;
}

type Check = [name: string, run: (ask: Ask, https: boolean) => Promise<void>];

/** The contract's own shape is not taken from the app's code: a smoke test must not change its mind with it. */
const Refusal = z.object({
  error: z.object({
    code: z.string(),
    reason: z.string(),
    message: z.string().min(1),
    fields: z.record(z.string(), z.unknown()),
  }),
});

const CHECKS: Check[] = [
  ['it lives (/api/health)', async (ask) => expectStatus(await ask('/api/health'), 200)],
  ['it is ready (/api/ready)', async (ask) => expectStatus(await ask('/api/ready'), 200)],
  ['the first page', (ask) => expectPage(ask, '/')],
  ['the page to sign up', (ask) => expectPage(ask, '/sign-up')],
  ['the page to sign in', (ask) => expectPage(ask, '/sign-in')],
  ['the privacy page', (ask) => expectPage(ask, '/privacy')],
  ['pages of a person are closed to strangers', expectsSignIn],
  ['security headers of pages', expectSecurityHeaders],
  ['the API refuses strangers (401)', (ask) => expectRefusal(ask, '/api/monitors', 401, 'unauthenticated')],
  ['the API refuses strangers to admins', (ask) => expectRefusal(ask, '/api/admin/stats', 401, 'unauthenticated')],
  ['the API says what it does not have (404)', (ask) => expectRefusal(ask, '/api/nothing-here', 404, 'not_found')],
  ['the API says what is wrong in a request (400)', expectsAddress],
  ['cron routes answer nobody', async (ask) => expectStatus(await ask('/api/cron/housekeeping'), 404)],
  ['the contract (/api/openapi.json)', expectContract],
];

/** Everything that can be seen of an app from outside, one after the other. Never rejects. */
export async function tryAddress(address: string, headers: Record<string, string>): Promise<Finding[]> {
  const ask = asking(address, headers);
  const https = address.startsWith('https:');
  const findings: Finding[] = [];
  for (const [name, run] of CHECKS) findings.push({ name, fault: await faultOf(() => run(ask, https)) });
  const shop = await ask('/samples/headphones').catch(() => null);
  if (shop?.status !== 200) return findings;
  const name = 'a new person checks a monitor of the sample shop';
  return [...findings, { name, fault: await faultOf(() => trySamples(ask, address)) }];
}

async function faultOf(run: () => Promise<void>): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    if (!(error instanceof Error)) return String(error);
    if (error.name === 'TimeoutError') return 'no answer came in time';
    return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
  }
}

async function expectPage(ask: Ask, path: string): Promise<void> {
  const answer = await ask(path);
  expectStatus(answer, 200);
  if (!answer.headers.get('content-type')?.startsWith('text/html')) throw new Error('it is no page');
  if (!/<h1[\s>]/.test(answer.text)) throw new Error('it has no heading');
}

async function expectsSignIn(ask: Ask): Promise<void> {
  const { status, headers, text } = await ask('/dashboard');
  const goes = headers.get('location') ?? /content="\d+;\s*url=([^"]+)"/.exec(text)?.[1] ?? text;
  if (status === 200 && !text.includes('/sign-in')) throw new Error('a stranger sees the dashboard');
  if (!goes.includes('/sign-in')) throw new Error(`it leads to ${goes.slice(0, 80)} and not to the sign-in`);
}

async function expectSecurityHeaders(ask: Ask, https: boolean): Promise<void> {
  const { headers } = await ask('/');
  const policy = headers.get('content-security-policy') ?? '';
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
  const missing = Object.entries({
    'content-security-policy with a nonce': /'nonce-[^']{8,}'/.test(scripts) && !scripts.includes('unsafe'),
    'content-security-policy with frame-ancestors': policy.includes("frame-ancestors 'none'"),
    'x-content-type-options': headers.get('x-content-type-options') === 'nosniff',
    'x-frame-options': headers.get('x-frame-options') === 'DENY',
    'referrer-policy': headers.has('referrer-policy'),
    'permissions-policy': headers.has('permissions-policy'),
    'strict-transport-security': !https || /max-age=\d{7,}/.test(headers.get('strict-transport-security') ?? ''),
  }).flatMap(([name, there]) => (there ? [] : [name]));
  if (missing.length > 0) throw new Error(`missing or too weak: ${missing.join(', ')}`);
  if (headers.has('x-powered-by')) throw new Error('x-powered-by says what it is made with');
}

async function expectRefusal(ask: Ask, path: string, status: number, code: string): Promise<void> {
  const answer = await ask(path);
  expectStatus(answer, status);
  const { error } = expectJson(answer, Refusal);
  if (error.code !== code) throw new Error(`the code is ${error.code} and should be ${code}`);
}

/** Says that accounts are opened here, and opens none. */
async function expectsAddress(ask: Ask): Promise<void> {
  const answer = await ask('/api/auth/register', { method: 'POST', body: { email: 'no address' } });
  expectStatus(answer, 400);
  const { fields } = expectJson(answer, Refusal).error;
  if (!('email' in fields)) throw new Error('it does not say that the address is wrong');
}

async function expectContract(ask: Ask): Promise<void> {
  const answer = await ask('/api/openapi.json');
  expectStatus(answer, 200);
  const shape = z.object({ openapi: z.string().startsWith('3.1'), paths: z.record(z.string(), z.unknown()) });
  const { paths } = expectJson(answer, shape);
  for (const path of ['/api/auth/login', '/api/monitors', '/api/monitors/{id}/refresh'])
    if (!(path in paths)) throw new Error(`it lacks ${path}`);
}
