import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEnv, samplesOrigin, VARIABLE_NAMES } from './env';

const message = (source: Record<string, string>): string => {
  try {
    readEnv(source);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

test('.env.example lists what env.ts reads, each explained, none filled in', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n');
  const names = lines.flatMap((line) => (/^[A-Z0-9_]+=/.test(line) ? [line.slice(0, line.indexOf('='))] : []));
  const setByOthers = ['NODE_ENV', 'VERCEL', 'VERCEL_URL', 'VERCEL_BRANCH_URL', 'NEXT_PHASE'];
  setByOthers.push('MONITORS_EMBEDDED', 'MONITORS_PART', 'VERCEL_ENV', 'VERCEL_GIT_COMMIT_SHA');
  expect(names.sort()).toEqual(VARIABLE_NAMES.filter((name) => !setByOthers.includes(name)).sort());
  expect(lines.filter((line) => /^[A-Z0-9_]+=./.test(line))).toEqual([]);
});

describe('defaults', () => {
  test('an empty environment is an embedded app on port 3000 with the promised limits', () => {
    expect(readEnv({})).toMatchObject({
      PORT: 3000,
      APP_URL: 'http://localhost:3000',
      BETA_OPEN: true,
      REFRESH_RATE_LIMIT: 1,
      DAILY_REFRESH_LIMIT: 50,
      DATA_RETENTION_DAYS: 365,
      TRUSTED_PROXY_HOPS: 0,
      SCRAPE_ALLOWED_PORTS: [80, 443, 8080, 8443],
      SCRAPE_DEADLINE_MS: 30_000,
    });
  });

  test('a blank value is a missing one', () => {
    expect(readEnv({ PORT: ' ', DATABASE_URL: '', READERS: '' })).toEqual(readEnv({}));
  });

  test("a database of one's own closes the beta, unless it is opened", () => {
    const DATABASE_URL = 'postgres://db.example.org/monitors';
    expect(readEnv({ DATABASE_URL }).BETA_OPEN).toBe(false);
    expect(readEnv({ DATABASE_URL, BETA_OPEN: '1' }).BETA_OPEN).toBe(true);
    expect(readEnv({ DATABASE_URL, MONITORS_EMBEDDED: 'true' }).BETA_OPEN).toBe(true);
  });

  test("the plan's names stand for ours; ours win", () => {
    const secrets = { JWT_SECRET: 'j'.repeat(32), CLAUDE_API_KEY: 'plan' };
    expect(readEnv(secrets)).toMatchObject({ AUTH_SECRET: 'j'.repeat(32), ANTHROPIC_API_KEY: 'plan' });
    expect(readEnv({ ...secrets, ANTHROPIC_API_KEY: 'ours' }).ANTHROPIC_API_KEY).toBe('ours');
  });

  test('lists are read in order, addresses lose their last slash', () => {
    const env = readEnv({
      READERS: 'offline, claude',
      ANTHROPIC_API_KEY: 'key',
      SCRAPE_ALLOWED_PORTS: '443,8443',
      APP_URL: 'https://m.example/',
    });
    expect(env.READERS).toEqual(['offline', 'claude']);
    expect(env.SCRAPE_ALLOWED_PORTS).toEqual([443, 8443]);
    expect(env.APP_URL).toBe('https://m.example');
  });
});

test('prices are read by model, whatever its name is made of', () => {
  expect(readEnv({ AI_PRICES: 'org/llama-4:70b=0/0/0, mid=0.5/1.25/0.05' }).AI_PRICES).toEqual({
    'org/llama-4:70b': { input: '0', output: '0', cached: '0' },
    mid: { input: '0.5', output: '1.25', cached: '0.05' },
  });
});

test('the sample shop is reached over plain http, also where people come over https', () => {
  expect(samplesOrigin(readEnv({ APP_URL: 'https://m.example', PORT: '4000' }))).toBe('http://localhost:4000');
  expect(samplesOrigin(readEnv({ APP_URL: 'http://m.example:4000/' }))).toBe('http://m.example:4000');
});

test('operators are told over https; this machine may play their part where nobody else uses the app', () => {
  const SLACK_WEBHOOK_URL = 'http://127.0.0.1:4000/services/hunter2';
  expect(readEnv({ SLACK_WEBHOOK_URL }).SLACK_WEBHOOK_URL).toBe(SLACK_WEBHOOK_URL);
  expect(readEnv({ SLACK_WEBHOOK_URL, NODE_ENV: 'production', ...OWN }).SLACK_WEBHOOK_URL).toBe(SLACK_WEBHOOK_URL);
  const text = message({ SLACK_WEBHOOK_URL, NODE_ENV: 'production', ...OWN, MONITORS_EMBEDDED: 'false' });
  expect(text).toContain('SLACK_WEBHOOK_URL: put the https address');
  expect(text).not.toContain('hunter2');
  expect(message({ SLACK_WEBHOOK_URL: 'https://me:hunter2@hooks.slack.com/x' })).toContain('SLACK_WEBHOOK_URL: put');
});

const OWN = { AUTH_SECRET: 'a'.repeat(32), MONITORS_EMBEDDED: 'true' };

describe('what is wrong', () => {
  test('is listed all at once, with what to put, and without the value', () => {
    const text = message({ PORT: 'hunter2', DATABASE_URL: 'mysql://root:hunter2@db', AUTH_SECRET: 'hunter2' });
    expect(text).toContain('PORT: put a port from 1 to 65535');
    expect(text).toContain('DATABASE_URL: put postgresql://user:password@host:5432/database');
    expect(text).toContain('AUTH_SECRET: put a secret of at least 32 characters');
    expect(text).not.toContain('hunter2');
  });

  test.each(
    Object.entries({
      PORT: '70000',
      APP_URL: 'monitors.example.org',
      LOG_LEVEL: 'loud',
      REDIS_URL: 'http://redis',
      ADMIN_EMAIL: 'admin',
      BETA_OPEN: 'yes please',
      READERS: 'gemini',
      AI_MONTHLY_BUDGET_USD: '-1',
      AI_PRICES: 'llama-4=free',
      DAILY_REFRESH_LIMIT: '2.5',
      REFRESH_RATE_LIMIT: '0',
      SCRAPE_ALLOWED_PORTS: '80,',
      SCRAPE_PROXIES: 'proxy.example.org',
      BROWSER_WS_ENDPOINT: 'https://browser',
      SLACK_WEBHOOK_URL: 'http://hooks.slack.com/services/hunter2',
      PAGERDUTY_ROUTING_KEY: 'short',
      PAGERDUTY_URL: 'ftp://events.pagerduty.com',
      ALERT_EVERY_SECONDS: '1',
      STORAGE_LIMIT_GB: '0',
    }),
  )('%s=%s is refused by name', (name, value) => {
    expect(message({ [name]: value })).toContain(`${name}: put `);
  });

  test.each(['one.example:3128', 'socks4://one.example', 'ftp://u:hunter2@x', '//x'])('%s is no proxy', (proxy) => {
    const text = message({ SCRAPE_PROXIES: `http://ok.example,${proxy}` });
    expect(text).toContain('SCRAPE_PROXIES: put ');
    expect(text).not.toContain('hunter2');
  });

  test.each([
    [{ GOOGLE_CLIENT_ID: 'id' }, 'GOOGLE_CLIENT_SECRET'],
    [{ UPSTASH_REDIS_REST_TOKEN: 't' }, 'UPSTASH_REDIS_REST_URL'],
    [{ SENDGRID_API_KEY: 'SG.x' }, 'FROM_EMAIL'],
    [{ READERS: 'claude,offline' }, 'ANTHROPIC_API_KEY'],
    [{ READERS: 'openai' }, 'OPENAI_API_KEY'],
    [{ NODE_ENV: 'production' }, 'AUTH_SECRET'],
    [{ NODE_ENV: 'production', VERCEL: '1', AUTH_SECRET: 's'.repeat(32) }, 'APP_URL'],
  ])('%o lacks %s', (source, name) => {
    expect(message(source)).toContain(`${name}: put `);
  });

  test.each(['https://m.example/app', 'http://m.example/?a', 'http://me:pw@m.example', 'http://m.example/#top'])(
    'APP_URL=%s names more than a site',
    (APP_URL) => {
      expect(message({ APP_URL })).toContain('APP_URL: put the address people use, without a path');
    },
  );

  test('a build needs no secrets', () => {
    expect(message({ NODE_ENV: 'production', NEXT_PHASE: 'phase-production-build' })).toBe('');
  });
});
