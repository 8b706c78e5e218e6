import { describe, expect, it } from 'vitest';
import { useDatabase } from '@/test/database';
import { insertMonitor } from '@/test/factories';
import { useRefreshes } from '@/test/refreshes';
import { sendNotifications } from './send-notifications';

const database = useDatabase();
const world = useRefreshes(database);

describe('sendNotifications', () => {
  it('keeps a mail that could not be sent and sends it later, once', async () => {
    const monitor = await insertMonitor(database.db);
    world.shop('$283.00');
    world.sending = { sent: false, retryable: true, error: 'SendGrid answered 503' };
    await world.refresh(monitor);
    expect(world.mails).toEqual([]);
    world.sending = { sent: true, messageId: 'm-2' };
    world.now = new Date(world.now.getTime() + 3_600_000);
    await Promise.all([1, 2, 3].map(() => sendNotifications(world.deps())));
    expect(world.mails).toHaveLength(1);
  });

  it('gives up on a mail that is refused for good', async () => {
    const monitor = await insertMonitor(database.db);
    world.shop('$283.00');
    world.sending = { sent: false, retryable: false, error: 'SendGrid answered 400' };
    await world.refresh(monitor);
    const [row] = await database.db
      .selectFrom('emailNotifications')
      .selectAll()
      .where('monitorId', '=', monitor.id)
      .execute();
    expect(row).toMatchObject({ state: 'failed', lastError: 'SendGrid answered 400' });
  });

  it('sends nothing to a suppressed address', async () => {
    const monitor = await insertMonitor(database.db);
    const person = await database.db
      .selectFrom('users')
      .selectAll()
      .where('id', '=', monitor.userId)
      .executeTakeFirstOrThrow();
    await database.db
      .insertInto('suppressions')
      .values({ email: person.email.toUpperCase(), reason: 'bounce' })
      .execute();
    world.shop('$283.00');
    await world.refresh(monitor);
    expect(world.mails).toEqual([]);
  });
});
