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
    [400, false],
    [401, false],
    [413, false],
    [429, true],
    [500, true],
    [503, true],
  ])('tells after %i whether to try again', async (status, retryable) => {
    sendgrid.answers.push({ status, json: { errors: [{ message: 'SG.stub is not right' }] } });
    const result = await transport().send(MAIL);
    expect(result).toEqual({ sent: false, retryable, error: `SendGrid answered ${status}` });
  });

  it('tries again later when nobody answers', async () => {
    sendgrid.answers.push({ hang: true });
    expect(await transport(200).send(MAIL)).toMatchObject({ sent: false, retryable: true });
  });
});
