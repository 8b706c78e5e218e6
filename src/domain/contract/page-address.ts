const MOST = 5;
const WITH_SCHEME = /^https?:\/\/[^\s<>]{1,1900}$/i;
const HOST = /^(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}(?::\d{2,5})?(?:[/?#][^\s<>]{0,1900})?$/i;

/**
 * The addresses that a sentence names, in order, at most five: those with http:// or https://, or where there is none,
 * what looks like a host ("shop.example/kettle"). What is named so need not exist.
 */
export function addressesIn(sentence: string): string[] {
  const words = sentence.split(/[\s"“”„«»「」]+/).map(bare);
  const found = words.filter((word) => WITH_SCHEME.test(word));
  return [...new Set(found.length > 0 ? found : words.filter((word) => HOST.test(word)))].slice(0, MOST);
}

/** Without the brackets before a word and the punctuation behind it. */
function bare(word: string): string {
  const begun = word.replace(/^[([<'‘]/, '');
  let end = begun.length;
  while (end > 0 && ".,;:!?)]>'’".includes(begun.charAt(end - 1))) end--;
  return begun.slice(0, end);
}
