import { hashPassword, verifyPassword } from '@/auth/password';
import { createDb } from '@/db/client';
import { grantToApp } from '@/db/connection/app-role';
import { type EmbeddedServer, openEmbeddedPostgres } from '@/db/embedded/embedded-postgres';
import { migrateToLatest } from '@/db/migrate';
import { ensureFactPartitions } from '@/db/retention';
import { type SeedAccount, seedAccount } from '@/db/seed';
import { findCredentials } from '@/db/users';
import type { Env } from '@/env';
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
}

/**
 * Starts or finds the database and brings it up to date; on the embedded one, demo person and admin are there after.
 */
export async function startDatabase(env: Env, dataDir: string, say: (text: string) => void): Promise<StartedDatabase> {
  const server = env.DATABASE_URL ? null : await openEmbeddedPostgres({ dataDir, supervise: say });
  const connectionString = env.DATABASE_URL ?? server?.connectionString ?? '';
  const { db } = createDb(env.MIGRATION_DATABASE_URL ?? connectionString, {
    max: 2,
    applicationName: 'monitors-start',
    statementTimeoutMs: 600_000,
  });
  try {
    const applied = await migrateToLatest(db);
    if (applied.length > 0) say(`Database brought up to date: ${applied.join(', ')}.`);
    await ensureFactPartitions(db, new Date());
    if (env.MIGRATION_DATABASE_URL) await grantToApp(db, decodeURIComponent(new URL(connectionString).username));
    if (server === null) return { connectionString, server, signIns: [] };
    const signIns: SignIn[] = [];
    for (const account of demoAccounts(env)) {
      const password = keptSecret(dataDir, `${account.role}-password`, speakablePassword);
      await seedAccount(db, account, () => hashPassword(password));
      const credentials = await findCredentials(db, account.email);
      const valid = await verifyPassword(password, credentials?.passwordHash ?? null);
      signIns.push({ email: account.email, password: valid ? password : null, role: account.role });
    }
    return { connectionString, server, signIns };
  } catch (error) {
    await server?.release();
    throw error;
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
