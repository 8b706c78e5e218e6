import { setTimeout as sleep } from 'node:timers/promises';
import client from '@sendgrid/client';
import sendgrid from '@sendgrid/mail';
import type { ProbeEnd } from '@/domain/health';
import type { InlinePicture, MailTransport, OutgoingMail, Refusal, SendResult } from './transport';

export interface SendGridOptions {
  apiKey: string;
  from: { email: string; name: string };
  /** For tests and regional hosts. */
  baseUrl?: string;
  /** After so long an answer counts as not seen. */
  timeoutMs: number;
  /** Whether SendGrid notes that an email was opened, and that a link in it was followed. */
  tracking: { opens: boolean; clicks: boolean };
}

const SENDGRID_URL = 'https://api.sendgrid.com/';

/**
 * Email over SendGrid's v3 API. Opens and clicks are noted only where the settings say so. The SDK is a singleton, so a
 * process has one SendGrid transport.
 */
export function createSendGrid(options: SendGridOptions): MailTransport {
  // In this order: setApiKey writes into the client and resets its base URL.
  sendgrid.setClient(client);
  sendgrid.setApiKey(options.apiKey);
  sendgrid.setTimeout(options.timeoutMs);
  client.setDefaultRequest('baseUrl', options.baseUrl ?? SENDGRID_URL);
  return { name: 'sendgrid', send: (mail) => send(options, mail), release, probe };
}

/** What our key may do: refused where it is none, or may not even ask that. */
async function probe(): Promise<ProbeEnd> {
  try {
    await client.request({ method: 'GET', url: '/v3/scopes' });
    return 'answered';
  } catch (error) {
    const code = codeOf(error);
    if (code === 429) return 'answered';
    // A key that may only send is told 403, as one that may nothing.
    if (code === 403) return 'not_told';
    return typeof code === 'number' && code >= 400 && code < 500 ? 'refused' : 'silent';
  }
}

/** SendGrid keeps lists of its own of who bounced or complained, and drops what goes to them. */
const LISTS = [
  ...['suppression/bounces', 'suppression/blocks', 'suppression/spam_reports', 'suppression/invalid_emails'],
  'asm/suppressions/global',
];

async function release(address: string): Promise<boolean> {
  const asks = LISTS.map((list) =>
    client
      .request({ method: 'DELETE', url: `/v3/${list}/${encodeURIComponent(address)}` })
      // It is not on this list.
      .catch((error: unknown) => (codeOf(error) === 404 ? null : Promise.reject(error))),
  );
  const ends = await Promise.allSettled(asks);
  return ends.every(({ status }) => status === 'fulfilled');
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

const NO_ANSWER: SendResult = { sent: false, refusal: 'unseen', error: 'SendGrid did not answer' };
const NO_CONNECTION: SendResult = { sent: false, refusal: 'for_now', error: 'SendGrid could not be reached' };
/** "Accepted"; 200 is the answer of the sandbox and of whatever else stands in the way, and delivers nothing. */
const ACCEPTED = 202;

async function ask(options: SendGridOptions, mail: OutgoingMail): Promise<SendResult> {
  try {
    const [{ statusCode, headers }] = await sendgrid.send({
      // Not as a text: that would be taken apart as “Name <address>”.
      to: { email: mail.to },
      from: options.from,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      customArgs: { notification_id: mail.id },
      ...(mail.headers ? { headers: mail.headers } : {}),
      ...(mail.pictures?.length ? { attachments: mail.pictures.map(toAttachment) } : {}),
      trackingSettings: {
        clickTracking: { enable: options.tracking.clicks, enableText: false },
        openTracking: { enable: options.tracking.opens },
        // Its own link would end emails behind our preferences' back.
        subscriptionTracking: { enable: false },
      },
    });
    if (statusCode !== ACCEPTED) return answered(statusCode);
    const messageId: unknown = headers?.['x-message-id'];
    return { sent: true, messageId: typeof messageId === 'string' ? messageId : null };
  } catch (error) {
    const code = codeOf(error);
    if (typeof code === 'number') return answered(code, retryAfterMs(error));
    return code !== null && NEVER_BEGAN.has(code) ? NO_CONNECTION : NO_ANSWER;
  }
}

/** Seconds, as SendGrid writes Retry-After; a date is left to our own pauses. */
function retryAfterMs(error: unknown): number | null {
  const { headers } = (error as { response?: { headers?: Record<string, unknown> } }).response ?? {};
  const seconds = Number(headers?.['retry-after'] ?? Number.NaN);
  return seconds > 0 ? seconds * 1_000 : null;
}

/** In the names of the wire: what stands in a list, the SDK does not rename. */
function toAttachment({ cid, bytes, mediaType }: InlinePicture) {
  const content = Buffer.from(bytes).toString('base64');
  const filename = mediaType === 'image/jpeg' ? 'page.jpg' : 'page.png';
  return { content, filename, type: mediaType, disposition: 'inline', content_id: cid };
}

function answered(status: number, retryAfterMs: number | null = null): SendResult {
  return { sent: false, refusal: refusalOf(status), error: `SendGrid answered ${status}`, retryAfterMs };
}

/** What is wrong with one mail, by SendGrid's list of status codes: bad request, not to be processed. */
const OF_MAIL = new Set([400, 422]);
const TOO_LARGE = 413;
const FOR_NOW = new Set([408, 425, 429]);

/** The rest of 4xx is about the key, the account or the address of the service: 401, 402, 403, 404, 405 … */
function refusalOf(status: number): Refusal {
  if (OF_MAIL.has(status)) return 'of_mail';
  if (status === TOO_LARGE) return 'too_large';
  return status >= 400 && status < 500 && !FOR_NOW.has(status) ? 'of_sender' : 'for_now';
}

/** Before these nothing of the mail had left. */
const NEVER_BEGAN = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** A status of the service, or a word of the system for what went wrong with the connection. */
function codeOf(error: unknown): number | string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'number' || typeof error.code === 'string' ? error.code : null;
}
