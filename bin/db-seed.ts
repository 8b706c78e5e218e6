// npm run db:seed -- [address …]: makes ADMIN_EMAIL the admin and puts the addresses on the beta whitelist.
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { hashPassword } from '@/auth/password';
import { openEmbeddedPostgres } from '@/db/embedded/embedded-postgres';
import { seedAccount, seedWhitelist } from '@/db/seed';
import { readEnv } from '@/env';
import { openForRelease, releaseDatabase } from './start/release';
import { speakablePassword } from './start/secrets';

if (existsSync('.env')) process.loadEnvFile('.env');
const env = readEnv({ ...process.env, NODE_ENV: 'development' });
const addresses = z.array(z.email()).safeParse(process.argv.slice(2));
if (!addresses.success || (env.ADMIN_EMAIL === undefined && addresses.data.length === 0)) {
  console.error(
    "Set ADMIN_EMAIL to the admin's address, or give addresses to admit: npm run db:seed -- ada@example.org",
  );
  process.exit(1);
}

const server = env.DATABASE_URL ? null : await openEmbeddedPostgres({ dataDir: env.DATA_DIR });
const address = { ...env, DATABASE_URL: env.DATABASE_URL ?? server?.connectionString ?? '' };
const { db } = openForRelease(address);
try {
  await releaseDatabase(address);
  if (env.ADMIN_EMAIL) await seedAdmin(env.ADMIN_EMAIL);
  const added = await seedWhitelist(db, addresses.data);
  if (addresses.data.length > 0)
    console.log(`${added} of ${addresses.data.length} addresses are new on the whitelist.`);
} finally {
  await db.destroy();
  await server?.release();
}

async function seedAdmin(email: string): Promise<void> {
  const password = speakablePassword();
  const made = await seedAccount(db, { email, name: 'Admin', role: 'admin' }, () => hashPassword(password));
  if (made) console.log(`Admin ${email} is made. First password, shown only now: ${password}`);
  else console.log(`${email} is the admin and keeps the password there was.`);
}
