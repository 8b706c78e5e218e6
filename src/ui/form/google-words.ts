/** Why Google did not sign somebody in, in words that say what to do. By the word in the page's address. */
const REFUSALS: Record<string, string> = {
  unverified: 'Google has not confirmed the address of that account. Confirm it there, or use a password here.',
  suspended: 'This account is suspended. Write to us if you think that is a mistake.',
  confirm:
    'There is an account with this address already. We mailed it a link: open it to use Google from now on. Or ' +
    'sign in with your password and connect Google on your account page.',
  other_account: 'That Google account signs in to another account here. Disconnect it there first.',
};

/** The sentence for a refusal; null for no refusal, a general one for a word that is not ours. */
export function googleRefusal(word: unknown): string | null {
  if (word === undefined) return null;
  const known = typeof word === 'string' && Object.hasOwn(REFUSALS, word) ? REFUSALS[word] : undefined;
  return known ?? 'Google did not sign you in. Try again, or use your password.';
}
