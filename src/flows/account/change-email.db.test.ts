import { describe, expect, it } from 'vitest';
import { hashPassword } from '@/auth/password';
import { openSession } from '@/db/sessions';
import { findPerson } from '@/db/users';
import { accountDeps } from '@/test/account-deps';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { tellNews } from '@/test/tell-news';
import { cancelEmailChange, requestEmailChange } from './change-email';
import { changePassword } from './change-password';
import { confirmLink } from './confirm-link';

const database = useDatabase();
const deps = accountDeps(database);
const password = 'Present-1';

async function ask(email: string) {
  const user = await insertUser(database.db, { passwordHash: await hashPassword(password) });
  const times = { now: deps.now(), expiresAt: new Date(deps.now().getTime() + 3_600_000) };
  const sessionId = await openSession(database.db, user.id, { userAgent: null, ip: null }, times);
  const proof = { userId: user.id, sessionId, password };
  await requestEmailChange(deps, { ...proof, email });
  return { user, proof };
}

const addressOf = async (id: string) => (await findPerson(database.db, id))?.email;

describe('a change of address', () => {
  it('moves the account once both addresses have confirmed, in either order', async () => {
    for (const [index, order] of (['old first', 'new first'] as const).entries()) {
      const email = `moved-${index}@example.org`;
      const { user } = await ask(email);
      const secrets = [await deps.secretTo(user.email), await deps.secretTo(email)];
      if (order === 'new first') secrets.reverse();
      expect(await confirmLink(deps, secrets[0] ?? '')).toBe('email_half');
      expect(await addressOf(user.id)).toBe(user.email);
      await expect(confirmLink(deps, secrets[0] ?? '')).rejects.toMatchObject({ reason: 'link_unusable' });
      expect(await confirmLink(deps, secrets[1] ?? '')).toBe('email_changed');
      expect(await addressOf(user.id)).toBe(email);
      for (const to of [user.email, email]) {
        expect((await deps.mailsTo(to)).map((mail) => mail.subject)).toContain('Your address was changed · Monitors!');
      }
    }
  });

  it('takes alerts along that wait to be sent, and none that may have left', async () => {
    const { user } = await ask('along@example.org');
    await tellNews(database.db, deps.now(), user, {}, {}, {});
    const alerts = () => database.db.selectFrom('emailNotifications').where('userId', '=', user.id);
    const [sent] = await alerts().select('id').where('kind', '=', 'alert').orderBy('id').execute();
    await database.db
      .updateTable('emailNotifications')
      .set({ state: 'unconfirmed' })
      .where('id', '=', sent?.id ?? '')
      .execute();
    for (const to of [user.email, 'along@example.org']) await confirmLink(deps, await deps.secretTo(to));
    const now = await alerts().select(['state', 'recipient']).where('kind', '=', 'alert').orderBy('state').execute();
    const [moved, old] = [{ state: 'pending', recipient: 'along@example.org' }, user.email];
    expect(now).toEqual([moved, moved, { state: 'unconfirmed', recipient: old }]);
  });

  it('moves it once when both confirm at the same moment', async () => {
    const { user } = await ask('both@example.org');
    const secrets = [await deps.secretTo(user.email), await deps.secretTo('both@example.org')];
    const done = await Promise.all(secrets.map((secret) => confirmLink(deps, secret)));
    expect(done.sort()).toEqual(['email_changed', 'email_half']);
    expect(await addressOf(user.id)).toBe('both@example.org');
  });

  it('tells who owns a taken address, and nobody else', async () => {
    const owner = await insertUser(database.db);
    const { user } = await ask(owner.email.toUpperCase());
    expect((await deps.mailsTo(owner.email)).map((mail) => mail.subject)).toEqual([
      'Somebody wanted to use your address · Monitors!',
    ]);
    expect(await confirmLink(deps, await deps.secretTo(user.email))).toBe('email_half');
    expect(await addressOf(user.id)).toBe(user.email);
  });

  it('gives way when somebody else registers the new address meanwhile', async () => {
    const { user } = await ask('wanted@example.org');
    await confirmLink(deps, await deps.secretTo(user.email));
    await insertUser(database.db, { email: 'wanted@example.org' });
    const late = confirmLink(deps, await deps.secretTo('wanted@example.org'));
    await expect(late).rejects.toMatchObject({ reason: 'link_unusable' });
    expect(await addressOf(user.id)).toBe(user.email);
  });

  it('ends with a later request, a cancel, and a changed password', async () => {
    const first = await ask('first@example.org');
    const secret = await deps.secretTo('first@example.org');
    deps.pass(1_000);
    await requestEmailChange(deps, { ...first.proof, email: 'second@example.org' });
    await expect(confirmLink(deps, secret)).rejects.toMatchObject({ reason: 'link_unusable' });
    const second = await deps.secretTo('second@example.org');
    deps.pass(1_000);
    await cancelEmailChange(deps, first.user.id);
    await expect(confirmLink(deps, second)).rejects.toMatchObject({ reason: 'link_unusable' });
    await requestEmailChange(deps, { ...first.proof, email: 'third@example.org' });
    const third = await deps.secretTo('third@example.org');
    deps.pass(1_000);
    await changePassword(deps, { ...first.proof, newPassword: 'Another-one-2' });
    await expect(confirmLink(deps, third)).rejects.toMatchObject({ reason: 'link_unusable' });
  });

  it('asks for the password, and for another address', async () => {
    const { user, proof } = await ask('ask@example.org');
    const wrong = requestEmailChange(deps, { ...proof, password: 'Wrong-1', email: 'x@example.org' });
    await expect(wrong).rejects.toMatchObject({ fields: { password: [expect.any(String)] } });
    const same = requestEmailChange(deps, { ...proof, email: user.email });
    await expect(same).rejects.toMatchObject({ fields: { email: [expect.any(String)] } });
  });
});
