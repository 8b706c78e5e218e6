import type { SuppressionReason } from '@/domain/email/delivery';

/** Why an address gets no more email, to whoever owns it. */
export const WHY_SUPPRESSED: Record<SuppressionReason, string> = {
  bounce: 'Emails to it came back: its mail server does not take them.',
  spam: 'An email of ours to it was reported as spam.',
  unsubscribe: 'Somebody unsubscribed it in a mail program.',
  admin: 'An admin of Monitors! stopped it.',
};

/** The same in a word or two, for a list. */
export const SUPPRESSED_BY: Record<SuppressionReason, string> = {
  bounce: 'Bounced',
  spam: 'Reported as spam',
  unsubscribe: 'Unsubscribed',
  admin: 'Stopped by an admin',
};
