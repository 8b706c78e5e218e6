/** What of an inbox may be asked for by itself. */
export const INBOX_PARTS = ['alerts', 'problems', 'account'] as const;
export type InboxPart = (typeof INBOX_PARTS)[number];
