import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type StubServer, startStubServer } from '@/test/stub-server';
import { createSendGrid } from './sendgrid';

let sendgrid: StubServer;
beforeEach(async () => {
  sendgrid = await startStubServer();
});
afterEach(() => sendgrid.close());

const MAIL = { id: 'n-1', to: 'ada@example.org', subject: 'Kettle One: $283.00', html: '<p>hi</p>', text: 'hi' };

function transport(timeoutMs = 2_000) {
  const from = { email: 'noreply@example.org', name: 'Monitors!' };
  return createSendGrid({ apiKey: 'SG.stub', from, baseUrl: `${sendgrid.url}/`, timeoutMs });
}

describe('SendGrid', () => {
  it('sends text and HTML with our id, without tracking', async () => {
    sendgrid.answers.push({ status: 202, headers: { 'x-message-id': 'abc' } });
    expect(await transport().send(MAIL)).toEqual({ sent: true, messageId: 'abc' });
    const [request] = sendgrid.requests;
    expect(request).toMatchObject({ method: 'POST', path: '/v3/mail/send' });
    expect(request?.headers.authorization).toBe('Bearer SG.stub');
    expect(request?.body).toMatchObject({
      from: { email: 'noreply@example.org', name: 'Monitors!' },
      subject: MAIL.subject,
      personalizations: [{ to: [{ email: MAIL.to }] }],
      custom_args: { notification_id: 'n-1' },
      tracking_settings: { click_tracking: { enable: false }, open_tracking: { enable: false } },
    });
  });

  it.each([
    [400, 'of_mail'],
    [401, 'of_sender'],
    [403, 'of_sender'],
    [404, 'of_sender'],
    [413, 'of_mail'],
    [429, 'for_now'],
    [500, 'for_now'],
    [503, 'for_now'],
    // Its sandbox and other servers say so, and deliver nothing.
    [200, 'for_now'],
  ])('tells after %i whom it refuses', async (status, refusal) => {
    sendgrid.answers.push({ status, json: { errors: [{ message: 'SG.stub is not right' }] } });
    const result = await transport().send(MAIL);
    expect(result).toEqual({ sent: false, refusal, error: `SendGrid answered ${status}` });
  });

  it('does not wait for an answer that trickles', async () => {
    const trickling = createServer((_, response) => {
      response.writeHead(202, { 'content-type': 'application/json' });
      const drops = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(drops));
    });
    await new Promise<void>((resolve) => trickling.listen(0, '127.0.0.1', resolve));
    const { port } = trickling.address() as AddressInfo;
    const from = { email: 'noreply@example.org', name: 'Monitors!' };
    const slow = createSendGrid({ apiKey: 'SG.stub', from, baseUrl: `http://127.0.0.1:${port}/`, timeoutMs: 300 });
    expect(await slow.send(MAIL)).toEqual({ sent: false, refusal: 'for_now', error: 'SendGrid did not answer' });
    trickling.closeAllConnections();
    await new Promise((resolve) => trickling.close(resolve));
  });

  it('tries again later when nobody answers', async () => {
    sendgrid.answers.push({ hang: true });
    expect(await transport(200).send(MAIL)).toMatchObject({ sent: false, refusal: 'for_now' });
  });
});
