import type { RestrictionKind } from '@/domain/account/judge-abuse';

/** What is closed. */
export const RESTRICTION_WORDS: Record<RestrictionKind, string> = {
  refresh: 'No checks',
  write: 'No previews, new monitors or changes',
  all: 'No checks, previews, new monitors or changes',
};
