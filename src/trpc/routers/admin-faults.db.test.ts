import { expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import { sendNotifications } from '@/flows/upkeep/send-notifications';
import { useDatabase } from '@/test/database';
import { insertUser } from '@/test/factories';
import { addresses, useMailOffice } from '@/test/mail-office';
import { useRest } from '@/test/rest-client';
import { createContext } from '../init';
import { createCaller } from '../root';

const database = useDatabase();
const rest = useRest(database);
const office = useMailOffice(database);

it('the admin is told that the mail service refuses us, how many wait, and no more once it takes one', async () => {
  const { id } = await insertUser(database.db, { role: 'admin' });
  const token = await openBearerSession(id, { userAgent: null, ip: null });
  const headers = new Headers({ authorization: `Bearer ${token}` });
  const { admin } = createCaller(await createContext(headers, rest.surroundings));
  expect(await admin.faults()).toEqual({ faults: [], mailsWaiting: 0 });

  office.sendgrid.answer = () => ({ status: 401 });
  const beganAt = office.now;
  await office.write(...addresses(3));
  await sendNotifications(office.deps());
  expect(await admin.faults()).toEqual({
    faults: [{ service: 'mail', detail: 'SendGrid answered 401', beganAt, lastSeenAt: beganAt }],
    mailsWaiting: 3,
  });

  office.sendgrid.answer = () => ({ status: 202 });
  office.pass(1);
  await sendNotifications(office.deps());
  expect(await admin.faults()).toEqual({ faults: [], mailsWaiting: 0 });
});
