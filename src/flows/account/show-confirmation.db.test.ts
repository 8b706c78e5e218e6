import { beforeAll, describe, expect, it } from 'vitest';
import { openOutboxTicket, sealOutboxTicket } from '@/auth/secret';
import { createSendGrid } from '@/mail/sendgrid';
import { accountDeps } from '@/test/account-deps';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { setSettings } from '@/test/process-settings';
import { confirmLink } from './confirm-link';
import { registerQuietly } from './register-person';
import { mailPasswordReset } from './reset-password';
import { confirmationTicket, showConfirmation } from './show-confirmation';

const database = useDatabase();
const deps = accountDeps(database);
const KEY = 'a secret of the tests that is long enough';
const HOUR = 3_600_000;

beforeAll(() => {
  setSettings({ MONITORS_EMBEDDED: 'true', DATABASE_URL: database.connectionString });
});

function ticketFor(email: string): string {
  const ticket = confirmationTicket(deps, email);
  if (ticket === null) throw new Error('A copy without a mail service gives a ticket');
  return ticket;
}

async function register(email: string): Promise<void> {
  const registration = { email, password: 'Kettle-4-everyone', name: 'Nora New', timeZone: 'UTC' };
  await registerQuietly(deps, registration, { everyone: true });
}

describe('the mail that confirms an address, where none is sent', () => {
  it('is shown to whoever has just asked for the account, until the address is confirmed', async () => {
    const ticket = ticketFor('Nora@example.org');
    expect(await showConfirmation(deps, ticket)).toBeNull();
    await register('Nora@example.org');
    const mail = await showConfirmation(deps, ticket);
    expect(mail).toMatchObject({ recipient: 'nora@example.org', subject: 'Confirm your address · Monitors!' });
    const secret = /\/verify\?secret=([\w-]+)/.exec(mail?.html ?? '')?.[1] ?? '';
    expect(await confirmLink(deps, secret)).toBe('email_verified');
    expect(await showConfirmation(deps, ticket)).toBeNull();
  });

  it('shows no other mail of the account, and none from before', async () => {
    await register('early@example.org');
    deps.pass(1_000);
    const ticket = ticketFor('early@example.org');
    await mailPasswordReset(deps, 'early@example.org');
    expect(await showConfirmation(deps, ticket)).toBeNull();
    await register('early@example.org');
    expect((await showConfirmation(deps, ticket))?.subject).toBe('Confirm your address · Monitors!');
    deps.pass(HOUR + 1_000);
    expect(await showConfirmation(deps, ticket)).toBeNull();
  });

  it('tells nothing of an account whose address is confirmed', async () => {
    const { email } = await insertUser(database.db);
    const ticket = ticketFor(email);
    await register(email);
    await mailPasswordReset(deps, email);
    expect(await showConfirmation(deps, ticket)).toBeNull();
  });

  it('is shown nowhere where mails are sent', async () => {
    const ticket = ticketFor('sent@example.org');
    await register('sent@example.org');
    const from = { email: 'noreply@example.org', name: 'Monitors!' };
    const mail = createSendGrid({
      apiKey: 'SG.stub',
      from,
      baseUrl: 'http://127.0.0.1:9/',
      tracking: { opens: false, clicks: false },
      timeoutMs: 1_000,
    });
    expect(confirmationTicket({ ...deps, mail }, 'sent@example.org')).toBeNull();
    expect(await showConfirmation({ ...deps, mail }, ticket)).toBeNull();
  });
});

describe('a ticket', () => {
  const asked = { email: 'ada@example.org', askedAt: new Date('2026-11-29T09:00:00Z') };

  it('opens with the key it was sealed with, whole', () => {
    const ticket = sealOutboxTicket(KEY, asked);
    expect(openOutboxTicket(KEY, ticket)).toEqual(asked);
    expect(openOutboxTicket(`${KEY}.`, ticket)).toBeNull();
    const other = sealOutboxTicket(KEY, { ...asked, email: 'eve@example.org' });
    const [content] = other.split('.');
    const [, seal] = ticket.split('.');
    for (const forged of [`${content}.${seal}`, ticket.slice(1), ticket.slice(0, -1), '', '.', 'a.b'])
      expect(openOutboxTicket(KEY, forged)).toBeNull();
  });
});
