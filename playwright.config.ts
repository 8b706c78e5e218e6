import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowserBinaries, launchOf } from '@/scrape/browser/browser-binary';
import { createEventSigner } from '@/test/sendgrid-events';
import { GOOGLE_CLIENT, issuerOf } from './e2e/openid-provider';
import { proxyOf } from './e2e/site-behind-proxy';

const port = Number(process.env.E2E_PORT ?? 3210);
// One folder for all workers of a run: the config is loaded again in each of them.
process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), 'monitors-e2e-'));
process.env.E2E_CLOSED_DATA_DIR ??= mkdtempSync(join(tmpdir(), 'monitors-e2e-'));
process.env.E2E_CONFIRM_DATA_DIR ??= mkdtempSync(join(tmpdir(), 'monitors-e2e-'));
// Beside each app stands its OpenID provider, on the next port.
process.env.E2E_CLOSED_URL ??= `http://localhost:${port + 2}`;
process.env.E2E_CONFIRM_URL ??= `http://localhost:${port + 4}`;
process.env.E2E_EMAIL_DATA_DIR ??= mkdtempSync(join(tmpdir(), 'monitors-e2e-'));
process.env.E2E_EMAIL_URL ??= `http://localhost:${port + 20}`;
// SendGrid's part is played by the journey: it takes the mails there, and signs what it tells with this key.
process.env.E2E_SENDGRID_PORT ??= String(port + 28);
process.env.E2E_SENDGRID_PEM ??= createEventSigner().pem;
process.env.E2E_OPERATORS_DATA_DIR ??= mkdtempSync(join(tmpdir(), 'monitors-e2e-'));
process.env.E2E_OPERATORS_URL ??= `http://localhost:${port + 40}`;
// Slack and PagerDuty are played there.
process.env.E2E_OPERATORS_PORT ??= String(port + 48);
const operators = `http://127.0.0.1:${process.env.E2E_OPERATORS_PORT}`;
const [browser] = await findBrowserBinaries({ chromiumPath: process.env.CHROMIUM_PATH });

/** Journeys in the browser that npm brings, against the app as `npm start` runs it on embedded defaults. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    baseURL: `http://localhost:${port}`,
    // Without its pictures of every frame, which cost more than all that the app does.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser && launchOf(browser)),
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    },
  },
  // One after the other: the others find the build that the first made.
  webServer: [
    app(`http://localhost:${port}`, process.env.E2E_DATA_DIR, {}),
    app(process.env.E2E_CLOSED_URL, process.env.E2E_CLOSED_DATA_DIR, { BETA_OPEN: 'false' }),
    app(process.env.E2E_CONFIRM_URL, process.env.E2E_CONFIRM_DATA_DIR, { VERIFY_EMAIL: 'true' }),
    app(process.env.E2E_EMAIL_URL, process.env.E2E_EMAIL_DATA_DIR, {
      SENDGRID_API_KEY: 'SG.stub',
      SENDGRID_BASE_URL: `http://127.0.0.1:${process.env.E2E_SENDGRID_PORT}/`,
      SENDGRID_WEBHOOK_KEY: createEventSigner(process.env.E2E_SENDGRID_PEM).key,
      FROM_EMAIL: 'noreply@example.org',
      VERIFY_EMAIL: 'false',
    }),
    app(process.env.E2E_OPERATORS_URL, process.env.E2E_OPERATORS_DATA_DIR, {
      SLACK_WEBHOOK_URL: `${operators}/services/T0/B0/a-secret-of-slack`,
      PAGERDUTY_URL: `${operators}/v2/enqueue`,
      PAGERDUTY_ROUTING_KEY: 'R0123456789abcdefR0123456789abcd',
      ALERT_EVERY_SECONDS: '5',
    }),
  ],
});

/** The app as `npm start` runs it. */
function app(url: string, dataDir: string, settings: Record<string, string>) {
  return {
    command: 'npm start',
    url: `${url}/`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 20_000 },
    stdout: 'pipe' as const,
    env: {
      PORT: new URL(url).port,
      DATA_DIR: dataDir,
      // A journey checks the same monitor several times within a minute; the limit has tests of its own.
      REFRESH_RATE_LIMIT: '60',
      LOG_LEVEL: 'warn',
      GOOGLE_CLIENT_ID: GOOGLE_CLIENT.id,
      GOOGLE_CLIENT_SECRET: GOOGLE_CLIENT.secret,
      GOOGLE_ISSUER: issuerOf(url),
      SCRAPE_PROXIES: proxyOf(url),
      ...settings,
    },
  };
}
