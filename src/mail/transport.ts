/** One mail, ready to leave. */
export interface OutgoingMail {
  /** The email notification's id; providers get it back with delivery events. */
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
}

export type SendResult =
  | { sent: true; messageId: string | null }
  /** `retryable`: time-out, 429, 5xx. Otherwise the provider refused this mail for good. */
  | { sent: false; retryable: boolean; error: string };

/** Hands a mail to whoever delivers it. Never throws for what the provider answers. */
export interface MailTransport {
  readonly name: 'sendgrid' | 'outbox';
  send(mail: OutgoingMail): Promise<SendResult>;
}

/** Embedded mode: the stored email notification is the delivery, and the page /outbox shows it. */
export function createOutbox(): MailTransport {
  return { name: 'outbox', send: async () => ({ sent: true, messageId: null }) };
}
