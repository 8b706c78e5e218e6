/** What a program names: words of a route, files. An address, a sentence or a secret is none of these. */
const WORD = /^_?[a-z][a-z0-9._-]{0,30}$/;
/** Digits among letters are chance: a secret, a hash. */
const RANDOM = /\d[a-z._-]{1,30}\d/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const MOST_PARTS = 6;

/**
 * A path as the log may tell it: words as they are, ids as "{id}", anything else as "{other}". Its query is never told:
 * links carry their secrets there.
 */
export function maskedPath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  const parts = path.split('/').filter((part) => part !== '');
  const told = parts.slice(0, MOST_PARTS).map((part) => (UUID.test(part) ? '{id}' : isWord(part) ? part : '{other}'));
  return `/${told.join('/')}${parts.length > MOST_PARTS ? '/…' : ''}`;
}

function isWord(part: string): boolean {
  return WORD.test(part) && !RANDOM.test(part);
}
