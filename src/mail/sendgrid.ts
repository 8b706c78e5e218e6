import client from '@sendgrid/client';
import sendgrid from '@sendgrid/mail';
import type { MailTransport, OutgoingMail, SendResult } from './transport';

export interface SendGridOptions {
  apiKey: string;
  from: { email: string; name: string };
  /** For tests and regional hosts. */
  baseUrl?: string;
  timeoutMs: number;
}

const SENDGRID_URL = 'https://api.sendgrid.com/';

/**
 * Mail over SendGrid's v3 API. Tracking of opens and clicks is off: a monitor's links are the person's own business.
 * The SDK is a singleton, so a process has one SendGrid transport.
 */
export function createSendGrid(options: SendGridOptions): MailTransport {
  // In this order: setApiKey writes into the client and resets its base URL.
  sendgrid.setClient(client);
  sendgrid.setApiKey(options.apiKey);
  sendgrid.setTimeout(options.timeoutMs);
  client.setDefaultRequest('baseUrl', options.baseUrl ?? SENDGRID_URL);
  return { name: 'sendgrid', send: (mail) => send(options, mail) };
}

async function send(options: SendGridOptions, mail: OutgoingMail): Promise<SendResult> {
  try {
    const [response] = await sendgrid.send({
      to: mail.to,
      from: options.from,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      customArgs: { notification_id: mail.id },
      trackingSettings: { clickTracking: { enable: false, enableText: false }, openTracking: { enable: false } },
    });
    const messageId: unknown = response.headers?.['x-message-id'];
    return { sent: true, messageId: typeof messageId === 'string' ? messageId : null };
  } catch (error) {
    const status = statusOf(error);
    const retryable = status === null || status === 429 || status >= 500;
    return {
      sent: false,
      retryable,
      error: status === null ? 'SendGrid did not answer' : `SendGrid answered ${status}`,
    };
  }
}

function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'number' ? error.code : null;
}
