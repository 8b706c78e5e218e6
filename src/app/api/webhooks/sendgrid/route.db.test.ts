import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { closeDb } from '@/db/connection/connection';
import { findSuppression } from '@/db/email/suppressions';
import { useDatabase } from '@/test/database';
import { useMailOffice } from '@/test/mail-office';
import { createEventSigner, eventBody, sendGridEvent } from '@/test/sendgrid-events';
import { POST } from './route';

const database = useDatabase();
const office = useMailOffice(database);
const signer = createEventSigner();

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', database.connectionString);
  vi.stubEnv('SENDGRID_WEBHOOK_KEY', signer.key);
});
afterAll(closeDb);

const post = async (body: string, headers: Record<string, string> = signer.sign(body, new Date())) => {
  const request = new Request('https://m.example.org/api/webhooks/sendgrid', { method: 'POST', body, headers });
  return (await POST(request)).status;
};
const kinds = async () => {
  const rows = await database.db.selectFrom('emailEvents').select('kind').orderBy('kind').execute();
  return rows.map(({ kind }) => kind);
};

describe('the webhook of SendGrid', () => {
  it('takes what is signed, once', async () => {
    const [id = ''] = await office.write('ada@example.org');
    const body = eventBody([sendGridEvent('delivered', id, new Date()), sendGridEvent('bounce', id, new Date())]);
    const headers = signer.sign(body, new Date());
    expect(await post(body, headers)).toBe(204);
    expect(await post(body, headers)).toBe(204);
    expect(await kinds()).toEqual(['bounce', 'delivered']);
    expect(await office.rowOf(id)).toMatchObject({ state: 'sent', deliveryStatus: 'bounce' });
    expect(await findSuppression(database.db, 'ada@example.org')).toMatchObject({ reason: 'bounce' });
  });

  it('takes nothing that is forged, changed, cut, old or too large', async () => {
    const [id = ''] = await office.write('bob@example.org');
    const body = eventBody([sendGridEvent('bounce', id, new Date())]);
    const signed = signer.sign(body, new Date());
    expect(await post(body, {})).toBe(403);
    expect(await post(body, createEventSigner().sign(body, new Date()))).toBe(403);
    expect(await post(body.replace('bounce', 'delivered'), signed)).toBe(403);
    expect(await post(body.slice(0, -20), signed)).toBe(403);
    expect(await post(body, signer.sign(body, new Date(Date.now() - 26 * 60 * 60_000)))).toBe(403);
    expect(await post(body.slice(0, -20))).toBe(400);
    expect(await post('{"event":"bounce"}')).toBe(400);
    expect(await post('')).toBe(400);
    const large = eventBody(Array.from({ length: 5_000 }, () => sendGridEvent('bounce', id, new Date())));
    expect(await post(large)).toBe(413);
    expect(await office.rowOf(id)).toMatchObject({ state: 'pending' });
  });

  it('leaves out what it does not know, and takes the rest', async () => {
    const [id = ''] = await office.write('cleo@example.org');
    const strange = [
      sendGridEvent('bounce', '7f1c2a54-6f3f-4a0e-9d59-0f0b1d6f8a11', new Date()),
      sendGridEvent('open', id, new Date(), { sg_event_id: 'a\u0000b' }),
      sendGridEvent('open', id, new Date(), { timestamp: '1' as never }),
      { event: 'account_status_change', timestamp: 1, type: 'compliance_suspend' },
      null,
      [[[]]],
    ];
    expect(await post(eventBody([...strange, sendGridEvent('delivered', id, new Date())]))).toBe(204);
    expect(await office.rowOf(id)).toMatchObject({ state: 'sent', deliveryStatus: 'delivered' });
  });
});
