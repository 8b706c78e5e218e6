import { suspendedWords } from '@/domain/account/suspended-words';

/** First match wins: Edge and Opera also say Chrome, Chrome also says Safari, Android also says Linux. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** "Firefox on Windows" of a User-Agent; a stranger one is shown shortened, none is "Unknown browser". */
export function describeBrowser(userAgent: string | null): string {
  if (!userAgent) return 'Unknown browser';
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (browser === undefined) return userAgent.slice(0, 40);
  return system === undefined ? browser : `${browser} on ${system}`;
}

/** Why Google did not sign somebody in, in words that say what to do. By the word in the page's address. */
const REFUSALS: Record<string, string> = {
  unverified: 'Google has not confirmed the address of that account. Confirm it there, or use a password here.',
  confirm:
    'There is an account with this address already. We mailed it a link: open it to use Google from now on. Or ' +
    'sign in with your password and connect Google on your account page.',
  other_account: 'That Google account signs in to another account here. Disconnect it there first.',
};

/** The sentence for a refusal; null for no refusal, a general one for a word that is not ours. */
export function googleRefusal(word: unknown, contact: string | null): string | null {
  if (word === undefined) return null;
  if (word === 'suspended') return suspendedWords(null, contact);
  const known = typeof word === 'string' && Object.hasOwn(REFUSALS, word) ? REFUSALS[word] : undefined;
  return known ?? 'Google did not sign you in. Try again, or use your password.';
}
