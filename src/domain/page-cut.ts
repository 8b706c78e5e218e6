/** Reading ended before the page did: what is not found may stand in the part that was not read. */
export interface PageCut {
  /** `text`: what stands behind was left out. `values`: the page has more values of the kind than are compared. */
  of: 'text' | 'values';
  /** Characters (UTF-16 units of visible text) that were read, or values that were compared. */
  readTo: number;
}

/** "The page was only read up to its first 2,000,000 characters: it is longer than what we read." */
export function cutSentence({ of, readTo }: PageCut): string {
  const count = readTo.toLocaleString('en-US');
  return of === 'text'
    ? `The page was only read up to its first ${count} characters: it is longer than what we read.`
    : `Only the ${count} values nearest to the item were compared: the page shows more than we look at.`;
}
