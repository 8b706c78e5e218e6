const NAMED = /["“]([^"“”]{1,80})["”]/;
const MOST = 80;

/** A candidate's name where its reason gives one in quotation marks, else its own words. */
function wordsOf({ quote, reason }: { quote: string; reason: string }): string {
  const words = NAMED.exec(reason)?.[1] ?? quote;
  return words.replace(/\s+/g, ' ').trim().slice(0, MOST);
}

/** The prompt with what tells this candidate from the others: `… (I mean “Aurora One Lite”)`. */
export function promptNaming(prompt: string, candidate: { quote: string; reason: string }): string {
  const bare = prompt.trim().replace(/ \(I mean “[^”]*”\)$/, '');
  return `${bare} (I mean “${wordsOf(candidate)}”)`;
}
