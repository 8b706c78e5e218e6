/** What is closed for a while: refreshes; previews, making and changing monitors; or both. */
export const RESTRICTION_KINDS = ['refresh', 'write', 'all'] as const;
type RestrictionKind = (typeof RESTRICTION_KINDS)[number];

/** What is closed, in words that go before "until …". */
export const CLOSED_WORDS: Record<RestrictionKind, string> = {
  refresh: 'Your checks are paused',
  write: 'Previews, new monitors and changes to monitors are paused for you',
  all: 'Checks, previews, new monitors and changes to monitors are paused for you',
};

/** What stays open under every restriction. */
export const STAYS_OPEN = 'You can still see and delete your monitors, export your data and use your account page.';
