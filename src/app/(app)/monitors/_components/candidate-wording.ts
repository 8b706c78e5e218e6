const NAMED = /["“]([^"“”]{1,80})["”]/;
const EARLIER = / \(only “[^“”]{1,80}”\)$/;

/**
 * The prompt with what tells this candidate from the others: `… (only “Saturday 15 May”)`. Null where the candidate's
 * reason names nothing: its value alone will not do, since that is what changes.
 */
export function promptNaming(prompt: string, candidate: { reason: string }): string | null {
  const name = NAMED.exec(candidate.reason)?.[1]?.replace(/\s+/g, ' ').trim();
  return name ? `${prompt.trim().replace(EARLIER, '')} (only “${name}”)` : null;
}
