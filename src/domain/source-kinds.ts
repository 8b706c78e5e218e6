import type { FailureOutcome } from './outcome';

/** The host under which looks at an address are counted; null where the address is none. */
export function countedHost(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname.slice(0, 255) || null : null;
}

/** How a look at a site can fail by the site's doing. What the gate refuses or we break says nothing of a source. */
export const SOURCE_FAILURES = [
  'unavailable',
  'not_found',
  'blocked',
  'login_required',
  'empty',
] as const satisfies readonly FailureOutcome[];
