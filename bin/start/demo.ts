import { createDb } from '@/db/client';
import { getEnv, samplesOrigin } from '@/env';
import { seedDemo } from '@/flows/demo/seed-demo';

/** Gives a demo account that was just made its monitors, on the database of the settings. */
export async function seedDemoAccount(userId: string): Promise<void> {
  const { DATABASE_URL = '', APP_URL } = getEnv();
  const { db } = createDb(DATABASE_URL, { max: 1, applicationName: 'monitors-demo' });
  try {
    await seedDemo({ db, now: () => new Date(), settings: { appUrl: APP_URL }, origin: samplesOrigin() }, userId);
  } finally {
    await db.destroy();
  }
}
