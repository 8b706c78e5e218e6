import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What SendGrid says to one mail. */
interface SendGridAnswer {
  status: number;
  /** How long it takes, in milliseconds. */
  afterMs?: number;
  /** What it waits for before it answers. */
  until?: Promise<unknown>;
}

export interface StubSendGrid {
  url: string;
  /** How many requests came, whatever was answered. */
  asked: number;
  /** How often each notification was accepted (202), by our id. */
  accepted: Map<string, number>;
  /** All that was accepted, in its order, as it came. */
  mails: AcceptedMail[];
  /** Told of each one that is accepted, by our id. */
  accept: (notificationId: string) => void;
  /** Addresses that were taken off a list of its own, once for each list. */
  released: string[];
  /** What it says to the next mail to this address. */
  answer: (recipient: string) => SendGridAnswer;
  close(): Promise<void>;
}

/** What of an accepted mail tests look at. */
export interface AcceptedMail {
  subject: string;
  headers?: Record<string, string>;
  content: { type: string; value: string }[];
  attachments?: { content_id: string; type: string; content: string }[];
  custom_args: { notification_id: string };
  personalizations: { to: { email: string }[] }[];
}

/** SendGrid's v3 mail/send on loopback, as slow and as unwilling as a test wants it; it counts what it accepts. */
export async function startStubSendGrid(port = 0): Promise<StubSendGrid> {
  const server = createServer(async (request, response) => {
    if (request.method === 'DELETE') {
      stub.released.push(decodeURIComponent(request.url?.split('/').at(-1) ?? ''));
      response.writeHead(204).end();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const mail = JSON.parse(Buffer.concat(chunks).toString('utf8')) as AcceptedMail;
    stub.asked += 1;
    const { status, afterMs = 0, until } = stub.answer(mail.personalizations[0]?.to[0]?.email ?? '');
    const id = mail.custom_args.notification_id;
    if (status === 202) {
      stub.accepted.set(id, (stub.accepted.get(id) ?? 0) + 1);
      stub.mails.push(mail);
      stub.accept(id);
    }
    await sleep(afterMs);
    await until;
    response.writeHead(status, { 'content-type': 'application/json', 'x-message-id': `message-${id}` });
    response.end(status === 202 ? '' : JSON.stringify({ errors: [{ message: 'as the test wishes' }] }));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stub: StubSendGrid = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: 0,
    accepted: new Map(),
    mails: [],
    released: [],
    accept: () => undefined,
    answer: () => ({ status: 202 }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return stub;
}
