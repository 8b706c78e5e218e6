/** One mail, ready to leave. */
export interface OutgoingMail {
  /** The email notification's id; providers get it back with delivery events. */
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
}

/**
 * Why a mail did not go out. `for_now`: time-out, network, 429, 5xx; `of_mail`: this mail is refused for good, others
 * are not; `of_sender`: we are refused, whatever the mail (a rejected key).
 */
export type Refusal = 'for_now' | 'of_mail' | 'of_sender';

export type SendResult =
  | { sent: true; messageId: string | null }
  /** `error` names nobody. */
  | { sent: false; refusal: Refusal; error: string };

/** No transport takes longer over one mail, in milliseconds; the lease of a notification is longer. */
export const SEND_DEADLINE_MS = 15_000;

/** Hands a mail to whoever delivers it, within `SEND_DEADLINE_MS`. Never throws for what the provider answers. */
export interface MailTransport {
  readonly name: 'sendgrid' | 'outbox';
  send(mail: OutgoingMail): Promise<SendResult>;
}

/** Embedded mode: the stored email notification is the delivery, and the page /outbox shows it. */
export function createOutbox(): MailTransport {
  return { name: 'outbox', send: async () => ({ sent: true, messageId: null }) };
}
