// One worker that sends emails, as the app's does, until it is killed. Its clock runs `speed` times as fast as ours.
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { createDb } from '@/db/client';
import { sendNotifications } from '@/flows/upkeep/send-notifications';
import { createSendGrid } from '@/mail/sendgrid';
import { SEND_DEADLINE_MS } from '@/mail/transport';
import '@/test/own-secret';
import { clockOf, type DrillClock } from './clock';

interface Told {
  database: string;
  sendgrid: string;
  confirmEmailMs: number;
  clock: DrillClock;
}

const { database, sendgrid, confirmEmailMs, clock } = JSON.parse(process.argv[2] ?? '') as Told;
const deps = {
  db: createDb(database).db,
  now: clockOf(clock),
  log: pino({ level: 'fatal' }),
  mail: createSendGrid({
    ...{ apiKey: 'SG.drill', from: { email: 'noreply@example.org', name: 'Monitors!' }, baseUrl: `${sendgrid}/` },
    ...{ timeoutMs: SEND_DEADLINE_MS, tracking: { opens: false, clicks: false } },
  }),
  settings: { confirmEmailMs, appUrl: 'https://monitors.example.org' },
};
for (;;) {
  await sendNotifications(deps);
  await sleep(100);
}
