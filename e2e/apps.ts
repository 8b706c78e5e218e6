import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Credentials } from './sign-in';

/** What playwright.config.ts has set for the apps that it starts. */
const setting = (name: string): string => process.env[name] ?? '';
const app = (name: string) => ({ url: setting(`${name}_URL`), dataDir: setting(`${name}_DATA_DIR`) });

/** The apps beside the one that journeys meet by default, each by what is its own. */
export const OPEN = { dataDir: setting('E2E_DATA_DIR') };
export const CLOSED = app('E2E_CLOSED');
export const CONFIRM_FIRST = app('E2E_CONFIRM');
export const EMAIL = {
  ...app('E2E_EMAIL'),
  /** Where it expects SendGrid, and the key by which that signs. */
  sendGridPort: Number(setting('E2E_SENDGRID_PORT')),
  sendGridPem: setting('E2E_SENDGRID_PEM'),
};
export const OPERATORS = {
  ...app('E2E_OPERATORS'),
  /** Where it expects Slack and PagerDuty. */
  port: Number(setting('E2E_OPERATORS_PORT')),
};

/** The account that an app made at its first start, whose password it keeps in its data folder. */
export function madeAtStart({ dataDir }: { dataDir: string }, who: 'admin' | 'demo'): Credentials {
  const role = who === 'admin' ? 'admin' : 'member';
  const password = readFileSync(join(dataDir, `${role}-password`), 'utf8').trim();
  return { email: `${who}@monitors.example`, password };
}
