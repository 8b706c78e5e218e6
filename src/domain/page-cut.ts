/** Reading ended before the page did: what is not found may stand in the part that was not read. */
export interface PageCut {
  /**
   * `text`: what stands behind was left out. `near`: only what is nearest to the item was looked at closely. `values`:
   * the page has more values of the kind than are compared. `entries`: its list goes on behind those that are kept.
   */
  of: 'text' | 'near' | 'values' | 'entries';
  /** Characters (UTF-16 units of visible text) that were read, or values or entries that were compared. */
  readTo: number;
}

const WORDS: Record<PageCut['of'], (count: string) => string> = {
  text: (count) => `The page was only read up to its first ${count} characters: it is longer than what we read.`,
  near: (count) => `Only the ${count} characters nearest to the item were read closely: the page is longer.`,
  values: (count) => `Only the ${count} values nearest to the item were compared: the page shows more.`,
  entries: (count) => `Only the first ${count} entries were compared: the list is longer.`,
};

/** "The page was only read up to its first 2,000,000 characters: it is longer than what we read." */
export function cutSentence({ of, readTo }: PageCut): string {
  return WORDS[of](readTo.toLocaleString('en-US'));
}
