import { createPrivateKey, createPublicKey, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import type { DeliveryEventKind } from '@/domain/email/delivery';

/** One entry of the event webhook's body, as SendGrid writes it. */
export interface SendGridEvent {
  event: string;
  email: string;
  /** Seconds since the epoch. */
  timestamp: number;
  sg_event_id: string;
  sg_message_id: string;
  'smtp-id': string;
  /** Our custom argument. */
  notification_id?: string;
  [field: string]: unknown;
}

export interface EventSigner {
  /** The private key, to make the same signer in another process. */
  pem: string;
  /** The verification key as SendGrid shows it, for SENDGRID_WEBHOOK_KEY. */
  key: string;
  /** The headers that prove this body, byte by byte, signed at `at`. */
  sign(body: string, at: Date): Record<string, string>;
}

const secondsOf = (at: Date) => Math.floor(at.getTime() / 1_000);

/**
 * A key pair of the signed event webhook, as made when its signature is switched on: ECDSA on P-256 over timestamp and
 * raw body with SHA-256, the signature in DER. Format: twilio.com/docs/sendgrid, "Event Webhook Security Features".
 */
export function createEventSigner(pem?: string): EventSigner {
  const privateKey = pem ? createPrivateKey(pem) : generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const publicKey = createPublicKey(privateKey);
  return {
    pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    key: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    sign: (body, at) => {
      const timestamp = String(secondsOf(at));
      return {
        'x-twilio-email-event-webhook-signature': createSign('sha256')
          .update(timestamp + body)
          .sign(privateKey, 'base64'),
        'x-twilio-email-event-webhook-timestamp': timestamp,
      };
    },
  };
}

/** What SendGrid tells beside the event's name; of "blocked" it has no name of its own. */
const TOLD: Record<DeliveryEventKind, { event: string; [field: string]: unknown }> = {
  processed: { event: 'processed' },
  deferred: { event: 'deferred', response: '450 4.2.1 try again later', attempt: '3' },
  delivered: { event: 'delivered', response: '250 OK', tls: 1 },
  open: { event: 'open', useragent: 'Mozilla/5.0', ip: '192.0.2.7', sg_machine_open: false },
  click: { event: 'click', useragent: 'Mozilla/5.0', ip: '192.0.2.7', url: 'https://app.example.org/' },
  bounce: { event: 'bounce', type: 'bounce', status: '5.1.1', reason: '550 5.1.1 no such user' },
  blocked: { event: 'bounce', type: 'blocked', status: '4.7.1', reason: '421 4.7.1 too many from this address' },
  dropped: { event: 'dropped', status: '5.0.0', reason: 'Bounced Address' },
  spam_report: { event: 'spamreport' },
  unsubscribe: { event: 'unsubscribe' },
  group_unsubscribe: { event: 'group_unsubscribe', asm_group_id: 42, useragent: 'Mozilla/5.0', ip: '192.0.2.7' },
};

/** An event of our email notification `notificationId`, with an id of its own; `other` differs. */
export function sendGridEvent(
  kind: DeliveryEventKind,
  notificationId: string,
  at: Date,
  other: Partial<SendGridEvent> = {},
): SendGridEvent {
  return {
    email: 'person@example.org',
    timestamp: secondsOf(at),
    sg_event_id: randomUUID(),
    // What the header x-message-id said begins it.
    sg_message_id: `message-${notificationId}.recvd-5d8b7c9f4-x2k9p-1-66F0A1B2-3.0`,
    'smtp-id': `<message-${notificationId}@geopod-ismtpd-1>`,
    notification_id: notificationId,
    ...TOLD[kind],
    ...other,
  };
}

/** Events as one body: an entry a line, with SendGrid's CRLF, which the signature covers. */
export function eventBody(events: readonly unknown[]): string {
  return `[${events.map((event) => JSON.stringify(event)).join(',\r\n')}]\r\n`;
}

/** Posts events to a webhook, signed at `at`. Returns the status of the answer. */
export async function postEvents(
  url: string,
  events: readonly unknown[],
  { signer, at }: { signer: EventSigner; at: Date },
): Promise<number> {
  const body = eventBody(events);
  const headers = { 'content-type': 'application/json', 'user-agent': 'SendGrid Event API', ...signer.sign(body, at) };
  const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual' });
  await response.arrayBuffer();
  return response.status;
}
