import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Env, readEnv } from '@/env';

/** Reads .env, if there is one, and says which mode Next and its libraries run in. */
export function loadEnvironment(dev: boolean): void {
  if (Number(process.versions.node.split('.')[0]) < 22) {
    throw new Error('This needs Node 22 or newer, and npm did not install its own. Run: npm rebuild node && npm start');
  }
  if (existsSync('.env')) process.loadEnvFile('.env');
  // A line left blank in .env means "not set", also to the libraries that look for themselves.
  for (const [name, value] of Object.entries(process.env)) if (value === '') delete process.env[name];
  setEnvironment({ NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' });
  setEnvironment({ DATA_DIR: resolve(process.env.DATA_DIR ?? '.data') });
}

export function setEnvironment(variables: Record<string, string>): void {
  Object.assign(process.env, variables);
}

/**
 * The settings of a part of the app that runs apart from the others (`npm run web`, `npm run worker`): nothing may be
 * embedded or made here, since the other parts would not have it.
 * @throws Error that lists what is wrong or missing.
 */
export function apartSettings(command: string): Env & { DATABASE_URL: string } {
  loadEnvironment(false);
  setEnvironment({ MONITORS_EMBEDDED: 'false' });
  const env = readEnv(process.env);
  const { DATABASE_URL } = env;
  if (DATABASE_URL === undefined) {
    throw new Error(`${command} runs beside others on one PostgreSQL: set DATABASE_URL. npm start brings its own.`);
  }
  if (process.env.APP_URL === undefined) {
    throw new Error(`${command} writes links into pages and emails: set APP_URL to the address that people use.`);
  }
  return { ...env, DATABASE_URL };
}
