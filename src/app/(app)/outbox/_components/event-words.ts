import type { DeliveryEventKind } from '@/domain/email/delivery';

const WORDS: Record<DeliveryEventKind, string> = {
  processed: 'The mail service has it',
  deferred: 'Put off for now by the receiving server',
  delivered: 'Delivered',
  open: 'Opened',
  click: 'A link in it was followed',
  bounce: 'Sent back for good',
  blocked: 'Refused for now',
  dropped: 'Not sent by the mail service',
  spam_report: 'Reported as spam',
  unsubscribe: 'Unsubscribed',
  group_unsubscribe: 'Unsubscribed',
};

/** What a mail service tells of an email, in words. */
export function eventWords(kind: string): string {
  return Object.hasOwn(WORDS, kind) ? WORDS[kind as DeliveryEventKind] : kind;
}
