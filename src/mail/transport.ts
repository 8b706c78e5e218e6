import type { ProbeEnd } from '@/domain/health';

/** One mail, ready to leave. */
export interface OutgoingMail {
  /** The email notification's id; providers get it back with delivery events. */
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  /** Further headers, each one line. */
  headers?: Record<string, string>;
  /** Pictures that the HTML shows by `cid:`. */
  pictures?: InlinePicture[];
}

export interface InlinePicture {
  /** As the HTML names it, without "cid:". */
  cid: string;
  bytes: Uint8Array;
  mediaType: string;
}

/**
 * Why a mail did not go out. `for_now`: no connection, 429, 5xx; `unseen`: it was handed over and no answer came, so it
 * may have left; `too_large`: without pictures it may pass; `of_mail`: this mail is refused for good, others are
 * not; `of_sender`: we are refused, whatever the mail (a rejected key).
 */
export type Refusal = 'for_now' | 'unseen' | 'too_large' | 'of_mail' | 'of_sender';

export type SendResult =
  | { sent: true; messageId: string | null }
  /** `error` names nobody. */
  | {
      sent: false;
      refusal: Refusal;
      error: string;
      /** What the service asked for, in milliseconds; null or absent where it asked for nothing. */
      retryAfterMs?: number | null;
    };

/** No transport takes longer over one mail, in milliseconds; the lease of a notification is longer. */
export const SEND_DEADLINE_MS = 15_000;

/** Hands a mail to whoever delivers it, within `SEND_DEADLINE_MS`. Never throws for what the provider answers. */
export interface MailTransport {
  readonly name: 'sendgrid' | 'outbox';
  send(mail: OutgoingMail): Promise<SendResult>;
  /** Takes an address off the provider's own lists of who gets nothing. False where that did not work; never throws. */
  release(address: string): Promise<boolean>;
  /** Asks whether the service is there and takes our key, without a mail. Never rejects; absent where none leaves. */
  probe?(): Promise<ProbeEnd>;
}

/** Embedded mode: the stored email notification is the delivery, and the page /outbox shows it. */
export function createOutbox(): MailTransport {
  return { name: 'outbox', send: async () => ({ sent: true, messageId: null }), release: async () => true };
}
