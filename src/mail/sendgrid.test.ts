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

const NO_TRACKING = { opens: false, clicks: false };
const MAIL = { id: 'n-1', to: 'ada@example.org', subject: 'Kettle One: $283.00', html: '<p>hi</p>', text: 'hi' };

function transport(timeoutMs = 2_000) {
  const from = { email: 'noreply@example.org', name: 'Monitors!' };
  return createSendGrid({ apiKey: 'SG.stub', from, baseUrl: `${sendgrid.url}/`, timeoutMs, tracking: NO_TRACKING });
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

  it('sends headers, and pictures in their place', async () => {
    sendgrid.answers.push({ status: 202 });
    const headers = { 'List-Unsubscribe': '<https://m.example/u>' };
    const pictures = [{ cid: 'picture-1@monitors', bytes: new Uint8Array([1, 2]), mediaType: 'image/jpeg' }];
    await transport().send({ ...MAIL, headers, pictures });
    expect(sendgrid.requests[0]?.body).toMatchObject({
      headers,
      attachments: [{ content: 'AQI=', content_id: 'picture-1@monitors', disposition: 'inline', type: 'image/jpeg' }],
    });
  });

  it.each([
    [200, 'answered'],
    [401, 'refused'],
    // A key that may only send is told so, and works.
    [403, 'not_told'],
    [429, 'answered'],
    [500, 'silent'],
  ])('is probed without a mail: %i means that it %s', async (status, end) => {
    sendgrid.answers.push({ status });
    expect(await transport().probe?.()).toBe(end);
    expect(sendgrid.requests).toMatchObject([{ method: 'GET', path: '/v3/scopes' }]);
  });

  it.each([
    [400, 'of_mail'],
    [401, 'of_sender'],
    [403, 'of_sender'],
    [404, 'of_sender'],
    [413, 'too_large'],
    [429, 'for_now'],
    [500, 'for_now'],
    [503, 'for_now'],
    // Its sandbox and other servers say so, and deliver nothing.
    [200, 'for_now'],
  ])('tells after %i whom it refuses', async (status, refusal) => {
    sendgrid.answers.push({ status, json: { errors: [{ message: 'SG.stub is not right' }] } });
    const result = await transport().send(MAIL);
    expect(result).toMatchObject({ sent: false, refusal, error: `SendGrid answered ${status}` });
  });

  it('comes back when it was asked to', async () => {
    sendgrid.answers.push({ status: 429, headers: { 'retry-after': '120' } });
    expect(await transport().send(MAIL)).toMatchObject({ refusal: 'for_now', retryAfterMs: 120_000 });
    sendgrid.answers.push({ status: 503, headers: { 'retry-after': 'Mon, 30 Nov 2026 12:00:00 GMT' } });
    expect(await transport().send(MAIL)).toMatchObject({ refusal: 'for_now', retryAfterMs: 120_000 });
  });

  it('goes by the status where a page stands instead of JSON', async () => {
    const html = '<html><body>502 Bad Gateway</body></html>';
    sendgrid.answers.push({ status: 502, text: html, headers: { 'content-type': 'text/html' } });
    expect(await transport().send(MAIL)).toMatchObject({ sent: false, refusal: 'for_now' });
    sendgrid.answers[0] = { status: 202, text: html, headers: { 'content-type': 'text/html' } };
    expect(await transport().send(MAIL)).toEqual({ sent: true, messageId: null });
  });

  it.each(['"ada <lovelace>"@example.org', 'ada+a,b@example.org', 'müller@exämple.de', "o'neil@example.org"])(
    'leaves an address as it is: %s',
    async (to) => {
      sendgrid.answers.push({ status: 202 });
      await transport().send({ ...MAIL, to });
      expect(sendgrid.requests[0]?.body).toMatchObject({ personalizations: [{ to: [{ email: to }] }] });
    },
  );

  it('asks to be rid of an address on each of its lists', async () => {
    sendgrid.answers.push({ status: 204 }, { status: 404 }, { status: 204 });
    expect(await transport().release('ada@example.org')).toBe(true);
    expect(sendgrid.requests.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'DELETE /v3/asm/suppressions/global/ada%40example.org',
      'DELETE /v3/suppression/blocks/ada%40example.org',
      'DELETE /v3/suppression/bounces/ada%40example.org',
      'DELETE /v3/suppression/invalid_emails/ada%40example.org',
      'DELETE /v3/suppression/spam_reports/ada%40example.org',
    ]);
    sendgrid.answers[0] = { status: 500 };
    expect(await transport().release('ada@example.org')).toBe(false);
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
    const slow = createSendGrid({
      apiKey: 'SG.stub',
      from,
      baseUrl: `http://127.0.0.1:${port}/`,
      timeoutMs: 300,
      tracking: NO_TRACKING,
    });
    expect(await slow.send(MAIL)).toEqual({ sent: false, refusal: 'unseen', error: 'SendGrid did not answer' });
    trickling.closeAllConnections();
    await new Promise((resolve) => trickling.close(resolve));
  });

  it('does not know whether it went out when nobody answers', async () => {
    sendgrid.answers.push({ hang: true });
    expect(await transport(200).send(MAIL)).toMatchObject({ sent: false, refusal: 'unseen' });
  });

  it('tries again later when there is no connection', async () => {
    await sendgrid.close();
    expect(await transport().send(MAIL)).toMatchObject({ sent: false, refusal: 'for_now' });
  });
});
