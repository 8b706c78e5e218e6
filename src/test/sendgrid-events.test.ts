import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { DELIVERY_EVENTS } from '@/domain/email/delivery';
import { isFromSendGrid, readSendGridEvents } from '@/mail/sendgrid-events';
import { createEventSigner, eventBody, postEvents, sendGridEvent } from './sendgrid-events';

const NOW = new Date('2026-11-30T09:00:00Z');
const ID = '7f1c2a54-6f3f-4a0e-9d59-0f0b1d6f8a11';

it('makes every kind of event as the app reads it, each with an id of its own', () => {
  const body = eventBody(DELIVERY_EVENTS.map((kind) => sendGridEvent(kind, ID, NOW)));
  const read = readSendGridEvents(body);
  expect(read.map(({ kind }) => kind)).toEqual(DELIVERY_EVENTS);
  expect(read.every(({ notificationId, at }) => notificationId === ID && at.getTime() === NOW.getTime())).toBe(true);
  expect(new Set(read.map(({ id }) => id)).size).toBe(DELIVERY_EVENTS.length);
});

describe('events that are posted', () => {
  const ends: (() => void)[] = [];
  afterEach(() => {
    for (const end of ends.splice(0)) end();
  });

  /** A webhook that answers as the app does, with the key it has. */
  async function startWebhook(key: string) {
    const bodies: string[] = [];
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks).toString('utf8');
      const isOurs = isFromSendGrid(new Headers(request.headers as Record<string, string>), body, { key, now: NOW });
      if (isOurs) bodies.push(body);
      response.writeHead(isOurs ? 204 : 403).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ends.push(() => {
      server.closeAllConnections();
      server.close();
    });
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/webhooks/sendgrid`, bodies };
  }

  it('carry a signature that holds, as long as it does', async () => {
    const signer = createEventSigner();
    const { url, bodies } = await startWebhook(signer.key);
    const events = [sendGridEvent('delivered', ID, NOW), sendGridEvent('open', ID, NOW)];
    expect(await postEvents(url, events, { signer, at: NOW })).toBe(204);
    expect(readSendGridEvents(bodies[0] ?? '').map(({ kind }) => kind)).toEqual(['delivered', 'open']);
    expect(await postEvents(url, events, { signer, at: new Date(NOW.getTime() - 26 * 60 * 60_000) })).toBe(403);
    expect(await postEvents(url, events, { signer: createEventSigner(), at: NOW })).toBe(403);
  });
});
