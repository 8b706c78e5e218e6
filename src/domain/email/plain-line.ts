import { storableText } from '../written/storable-text';

/** Nothing that is shown is longer, so that what is cleaned is bounded. */
const LONGEST = 10_000;

/**
 * What is not seen: controls that turn the direction of all that follows, marks of width zero, tags. Joiners stay,
 * since Persian words and pictures of families are written with them.
 */
const UNSEEN =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** More marks than any script puts on a letter climb over the lines around it. */
const PILED = /(\p{M}{4})\p{M}+/gu;

/**
 * What pages and people wrote, as one line that cannot break out of its place in an email: no line breaks or other
 * controls, nothing that reorders, at most `most` characters with an ellipsis for the rest.
 */
export function plainLine(text: string, most = LONGEST): string {
  const line = storableText(text.slice(0, LONGEST))
    .replace(UNSEEN, '')
    .replace(PILED, '$1')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length > most ? `${cut(line, most - 1)}…` : line;
}

/** Never within a character. */
function cut(text: string, length: number): string {
  let end = length;
  while (end > 0 && leadsOn(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Space, or what nothing may be cut behind: the first half of a pair, a joiner. */
function leadsOn(unit: string): boolean {
  return unit === '\u200d' || (unit >= '\ud800' && unit <= '\udbff') || unit.trim() === '';
}
