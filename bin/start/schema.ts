import { setTimeout as sleep } from 'node:timers/promises';
import { findSchemaState } from '@/db/migrate';
import type { Env } from '@/env';
import { openForRelease } from './release';

const ASK_EVERY_MS = 1_000;
const WAIT_MS = 300_000;

/**
 * Waits until the database answers and has what this version needs. `npm run release` brings it there; parts that
 * migrated by themselves would do it while others of the old version still serve.
 * @throws Error that says what is missing, after five minutes.
 */
export async function waitForSchema(
  env: Pick<Env, 'DATABASE_PREPARED'> & { DATABASE_URL: string },
  options: { say: (text: string) => void; interrupted: AbortSignal; withinMs?: number },
): Promise<void> {
  const end = performance.now() + (options.withinMs ?? WAIT_MS);
  const { DATABASE_URL, DATABASE_PREPARED } = env;
  const { db } = openForRelease({ DATABASE_URL, DATABASE_PREPARED, MIGRATION_DATABASE_URL: undefined });
  let said = '';
  try {
    while (!options.interrupted.aborted) {
      const missing = await whatIsMissing(() => findSchemaState(db));
      if (missing === null) return;
      if (performance.now() > end) throw new Error(missing);
      if (missing !== said) options.say(`${missing} Waiting …`);
      said = missing;
      await sleep(ASK_EVERY_MS, undefined, { signal: options.interrupted }).catch(() => undefined);
    }
  } finally {
    await db.destroy();
  }
}

async function whatIsMissing(ask: () => ReturnType<typeof findSchemaState>): Promise<string | null> {
  try {
    const { pending } = await ask();
    if (pending.length === 0) return null;
    return `The database lacks ${pending.length} migrations, the first is ${pending[0]}. Run: npm run release.`;
  } catch (error) {
    return `The database does not answer: ${error instanceof Error ? error.message : error}.`;
  }
}
