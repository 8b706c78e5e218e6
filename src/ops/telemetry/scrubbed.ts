import { maskedPath } from '@/domain/masked-path';

const MOST = 500;

/**
 * What an error's message may have of people and pages, and what stands in its place. Drivers and parsers quote what
 * they were given: a sentence, a page, an address with a secret in it.
 */
const MASKS: [RegExp, string | ((part: string) => string)][] = [
  [/[a-z][a-z\d+.-]{1,20}:\/\/\S{1,500}/gi, '[address]'],
  [/[^\s@]{1,64}@[^\s@]{1,200}/gu, '[address]'],
  [/"[^"]*"?|“[^”]*”?|«[^»]*»?/g, '[text]'],
  [/'[^']*'/g, quotedName],
  [/`[^`]*`/g, quotedName],
  [/(?<![\w\]])\/[^\s,;)]{1,500}/g, maskedPath],
  [/(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?![\w.])/g, '[address]'],
  [/(?<![\w:])[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?![\w:])/gi, '[address]'],
  [/(?<![\w.-])[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,6}\.[a-z]{2,24}(?![\w-])/g, '[host]'],
];

/** A name of code ("reading 'map'") says what went wrong; anything longer may be anybody's words. */
function quotedName(quoted: string): string {
  return /^.[\w$.#-]{1,40}.$/.test(quoted) ? quoted : '[text]';
}

/** A message of an error as an outside service may have it. */
export function scrubbed(message: string): string {
  const masked = MASKS.reduce(
    (text, [pattern, mask]) => (typeof mask === 'string' ? text.replace(pattern, mask) : text.replace(pattern, mask)),
    message.slice(0, MOST),
  );
  return masked.slice(0, MOST);
}
