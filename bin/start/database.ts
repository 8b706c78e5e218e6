import { hashPassword, verifyPassword } from '@/auth/password';
import { createDb } from '@/db/client';
import { type EmbeddedServer, openEmbeddedPostgres } from '@/db/embedded/embedded-postgres';
import { type SeedAccount, seedAccount } from '@/db/seed';
import { findCredentials } from '@/db/users';
import type { Env } from '@/env';
import { releaseDatabase } from './release';
import { keptSecret, speakablePassword } from './secrets';

export interface SignIn {
  email: string;
  /** Null once its person has chosen another. */
  password: string | null;
  role: 'member' | 'admin';
}

export interface StartedDatabase {
  connectionString: string;
  server: EmbeddedServer | null;
  /** Whom one can sign in as; empty with a database of one's own. */
  signIns: SignIn[];
  /** The id of the demo person, where they were made just now and have nothing yet. */
  newDemo: string | null;
}

/**
 * Starts or finds the database and brings it up to date; on the embedded one, demo person and admin are there after.
 */
export async function startDatabase(env: Env, dataDir: string, say: (text: string) => void): Promise<StartedDatabase> {
  const server = env.DATABASE_URL ? null : await openEmbeddedPostgres({ dataDir, supervise: say });
  const connectionString = env.DATABASE_URL ?? server?.connectionString ?? '';
  try {
    const applied = await releaseDatabase({ ...env, DATABASE_URL: connectionString });
    if (applied.length > 0) say(`Database brought up to date: ${applied.join(', ')}.`);
    const seeded = server ? await seedSignIns(connectionString, env, dataDir) : { signIns: [], newDemo: null };
    return { connectionString, server, ...seeded };
  } catch (error) {
    await server?.release();
    throw error;
  }
}

async function seedSignIns(
  connectionString: string,
  env: Env,
  dataDir: string,
): Promise<Pick<StartedDatabase, 'signIns' | 'newDemo'>> {
  const { db } = createDb(connectionString, { max: 1, applicationName: 'monitors-start' });
  try {
    const signIns: SignIn[] = [];
    let newDemo: string | null = null;
    for (const account of demoAccounts(env)) {
      const password = keptSecret(dataDir, `${account.role}-password`, speakablePassword);
      const made = await seedAccount(db, account, () => hashPassword(password));
      const credentials = await findCredentials(db, account.email);
      if (made && account.role === 'member') newDemo = credentials?.id ?? null;
      const valid = await verifyPassword(password, credentials?.passwordHash ?? null);
      signIns.push({ email: account.email, password: valid ? password : null, role: account.role });
    }
    return { signIns, newDemo };
  } finally {
    await db.destroy();
  }
}

function demoAccounts(env: Env): SeedAccount[] {
  return [
    { email: 'demo@monitors.example', name: 'Demo Person', role: 'member' },
    { email: env.ADMIN_EMAIL ?? 'admin@monitors.example', name: 'Admin', role: 'admin' },
  ];
}
