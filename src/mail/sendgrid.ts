import { setTimeout as sleep } from 'node:timers/promises';
import client from '@sendgrid/client';
import sendgrid from '@sendgrid/mail';
import type { MailTransport, OutgoingMail, Refusal, SendResult } from './transport';

export interface SendGridOptions {
  apiKey: string;
  from: { email: string; name: string };
  /** For tests and regional hosts. */
  baseUrl?: string;
  /** After so long a mail counts as not sent. */
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
  const deadline = new AbortController();
  const silence = sleep(options.timeoutMs, NO_ANSWER, { signal: deadline.signal }).catch(() => NO_ANSWER);
  try {
    // The client's own time-out begins anew with every byte.
    return await Promise.race([ask(options, mail), silence]);
  } finally {
    deadline.abort();
  }
}

const NO_ANSWER: SendResult = { sent: false, refusal: 'for_now', error: 'SendGrid did not answer' };
/** "Accepted"; 200 is the answer of the sandbox and of whatever else stands in the way, and delivers nothing. */
const ACCEPTED = 202;

async function ask(options: SendGridOptions, mail: OutgoingMail): Promise<SendResult> {
  try {
    const [{ statusCode, headers }] = await sendgrid.send({
      to: mail.to,
      from: options.from,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      customArgs: { notification_id: mail.id },
      trackingSettings: { clickTracking: { enable: false, enableText: false }, openTracking: { enable: false } },
    });
    if (statusCode !== ACCEPTED) return answered(statusCode);
    const messageId: unknown = headers?.['x-message-id'];
    return { sent: true, messageId: typeof messageId === 'string' ? messageId : null };
  } catch (error) {
    const status = statusOf(error);
    return status === null ? NO_ANSWER : answered(status);
  }
}

function answered(status: number): SendResult {
  return { sent: false, refusal: refusalOf(status), error: `SendGrid answered ${status}` };
}

/** What is wrong with one mail, by SendGrid's list of status codes: bad request, too large, not to be processed. */
const OF_MAIL = new Set([400, 413, 422]);
const FOR_NOW = new Set([408, 425, 429]);

/** The rest of 4xx is about the key, the account or the address of the service: 401, 402, 403, 404, 405 … */
function refusalOf(status: number): Refusal {
  if (OF_MAIL.has(status)) return 'of_mail';
  return status >= 400 && status < 500 && !FOR_NOW.has(status) ? 'of_sender' : 'for_now';
}

function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'number' ? error.code : null;
}
