import type { TokenScope } from '@/domain/account/account-access';

/** What a scope allows, for people. */
export const SCOPE_WORDS: Record<TokenScope, string> = {
  read: 'see monitors, values and history',
  refresh: 'check monitors now',
  write: 'make, change and delete monitors',
};
