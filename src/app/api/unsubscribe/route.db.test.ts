import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { authSecret } from '@/auth/secret';
import { mintUnsubscribeToken } from '@/auth/unsubscribe-token';
import { closeDb } from '@/db/connection/connection';
import { findEmailPreferences } from '@/db/email/email-preferences';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { GET, POST } from './route';

const database = useDatabase();
let userId: string;
let address: string;

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', database.connectionString);
});
afterAll(closeDb);
beforeEach(async () => {
  userId = (await insertUser(database.db)).id;
  const token = mintUnsubscribeToken(authSecret(), { userId, monitorId: null }, new Date());
  address = `https://m.example.org/api/unsubscribe?token=${token}`;
});

const modeNow = async () => (await findEmailPreferences(database.db, userId)).all.mode;
/** As a mail program posts: no cookie, no origin. */
const press = (url: string, body = 'List-Unsubscribe=One-Click') =>
  POST(new Request(url, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } }));

describe('one click of a mail program', () => {
  it('ends emails, and twice is once', async () => {
    expect((await press(address)).status).toBe(200);
    expect((await press(address)).status).toBe(200);
    expect(await modeNow()).toBe('off');
  });

  it('is nothing with a token that is not ours', async () => {
    for (const url of [`${address}x`, address.slice(0, -3), 'https://m.example.org/api/unsubscribe'])
      expect((await press(url)).status).toBe(404);
    expect(await modeNow()).toBe('gathered');
  });
});

describe('the address opened in a browser', () => {
  it('changes nothing, and leads to the page that asks', async () => {
    const answer = await GET(new Request(address));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(/^\/unsubscribe\?token=/);
    const strange = await GET(new Request('https://m.example.org/api/unsubscribe?token=%0d%0aset-cookie:x'));
    expect(strange.headers.get('location')).toBe('/unsubscribe?token=%0D%0Aset-cookie%3Ax');
    expect(await modeNow()).toBe('gathered');
  });

  it('is led back to by the button of that page, both ways', async () => {
    expect((await press(address, 'from=page')).headers.get('location')).toMatch(/^\/unsubscribe\?token=/);
    expect(await modeNow()).toBe('off');
    await press(address, 'from=page&again=yes');
    expect(await modeNow()).toBe('gathered');
  });
});
