/** What is left of a prompt once its addresses are taken out, and the addresses in order. */
export interface PromptSources {
  text: string;
  sources: string[];
}

const MAX_SOURCES = 5;

/** Endings of bare host names that people type without a scheme; words such as "Node.js" must not match. */
const ENDINGS =
  'com|org|net|edu|gov|mil|int|info|biz|io|dev|app|shop|store|online|site|xyz|tech|news|blog|cloud|ai|co|me|tv|eu|uk|us|ca|au|nz|ie|in|za|sg|hk|de|at|ch|li|fr|be|lu|es|pt|br|it|nl|jp|kr|cn|tw|pl|cz|sk|hu|ro|bg|hr|si|rs|gr|tr|se|no|dk|fi|is|ee|lv|lt|ru|ua|mx|ar|cl|pe|il|ae|sa|id|my|th|vn|ph|example|test|museum|travel|jobs|events|agency|gallery|cafe|bio|pro|cat|berlin|london|page|live|art|fm|gg|to|so|ly';

const URL = /\b(?:https?|ftp|file):\/\/[^\s<>"'`「」、。]{1,2000}/giu;
const BARE = new RegExp(
  `(?<![\\p{L}\\p{N}@._/-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,5}(?:${ENDINGS})(?::\\d{2,5})?(?:[/?#][^\\s<>"'\`「」、。]{0,1900})?(?![\\p{L}\\p{N}@-])`,
  'giu',
);
const ADDRESS =
  /(?<![\p{L}\p{N}.@/-])(?:localhost|\d{1,3}(?:\.\d{1,3}){3})(?::\d{2,5})?(?:\/[^\s<>"'`「」、。]{0,1900})(?![\p{L}\p{N}@-])/giu;

/** Product names that look like hosts. */
const NAMES = /^(?:asp|vb|ado|ml|paint|next|nuxt|node|vue|socket)\.(?:net|io)$/i;

/** Trailing punctuation belongs to the sentence; a closing bracket only where none was opened in the address. */
function stripTrailing(url: string): string {
  let end = url.length;
  while (end > 0) {
    const last = url.charAt(end - 1);
    const opened = last === ')' ? url.slice(0, end).split('(').length >= url.slice(0, end).split(')').length : false;
    if (!/[.,;:!?)\]}>'"*_…»、。]/u.test(last) || opened) break;
    end--;
  }
  return url.slice(0, end);
}

interface Found {
  start: number;
  end: number;
  url: string;
}

function collect(text: string, pattern: RegExp, taken: Found[]): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(pattern)) {
    const url = stripTrailing(match[0]);
    const start = match.index;
    if (url === '' || NAMES.test(url) || taken.some((other) => start < other.end && other.start < start + url.length))
      continue;
    found.push({ start, end: start + url.length, url });
  }
  return found;
}

/** Words that lead to an address and mean nothing without it: "on example.com", "(https://…)", "URL: …". */
const LEAD =
  /(?:\s|^)(?:(?:on|at|from|via|see|in|here|under|url|link|source|auf|unter|bei|hier|von|sur|chez|voir|ici|en|de|aqui|aquí|desde|em|no|na|su|da|qui|op|bij|van|hier)\s?:?|:|[-–—([<|]|=>|->)\s*$/iu;

/**
 * Takes the web addresses out of a prompt, as written and in order (at most 5, no duplicates): full URLs, bare
 * domains, IP addresses with a path. Nothing is validated here; the gate judges addresses.
 */
export function extractSources(prompt: string): PromptSources {
  const full = collect(prompt, URL, []);
  const bare = collect(prompt, BARE, full);
  const found = [...full, ...bare, ...collect(prompt, ADDRESS, [...full, ...bare])].sort((a, b) => a.start - b.start);
  let text = '';
  let from = 0;
  for (const { start, end } of found) {
    const before = prompt.slice(from, start).replace(LEAD, ' ');
    text += `${before} `;
    from = end;
  }
  text += prompt.slice(from).replace(/^[)\]>]/, found.length > 0 ? '' : '$&');
  const sources = [...new Set(found.map(({ url }) => url))].slice(0, MAX_SOURCES);
  return {
    text: text
      .replace(/ +(?=[.,;!?](?:\s|$))/g, '')
      .replace(/ +/g, ' ')
      .trim(),
    sources,
  };
}
