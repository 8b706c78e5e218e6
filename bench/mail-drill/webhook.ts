import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { pino } from 'pino';
import type { DB } from '@/db/types';
import { takeEmailEvents } from '@/flows/upkeep/take-email-events';
import { isFromSendGrid, readSendGridEvents } from '@/mail/sendgrid-events';
import { createEventSigner, postEvents, sendGridEvent } from '@/test/sendgrid-events';

/** Our end of the event webhook, and SendGrid's: it tells of what it accepted, late, out of order, some of it twice. */
export interface DrillWebhook {
  /** SendGrid has accepted this; it tells of it within `withinMs`. */
  accepted(notificationId: string): void;
  /** Resolves when all has been told. */
  told(): Promise<void>;
  /** Answers of our end that were not 204. */
  refused: number;
  close(): Promise<void>;
}

export async function openWebhook(db: Kysely<DB>, now: () => Date, withinMs: number): Promise<DrillWebhook> {
  const signer = createEventSigner();
  const log = pino({ level: 'silent' });
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const isTheirs = isFromSendGrid(headers, body, { key: signer.key, now: now() });
    if (isTheirs) await takeEmailEvents({ db, now, log }, readSendGridEvents(body));
    response.writeHead(isTheirs ? 204 : 403).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const underWay = new Set<Promise<unknown>>();
  const post = async (events: unknown[], afterMs: number) => {
    await sleep(afterMs);
    if ((await postEvents(url, events, { signer, at: now() })) !== 204) webhook.refused += 1;
  };
  const webhook: DrillWebhook = {
    accepted: (id) => {
      const [processed, delivered] = [sendGridEvent('processed', id, now()), sendGridEvent('delivered', id, now())];
      const tells = [post([processed], Math.random() * withinMs), post([delivered], Math.random() * withinMs)];
      if (Math.random() < 0.2) tells.push(post([delivered, processed], Math.random() * withinMs));
      const all = Promise.all(tells).finally(() => underWay.delete(all));
      underWay.add(all);
    },
    told: async () => void (await Promise.all(underWay)),
    refused: 0,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return webhook;
}
