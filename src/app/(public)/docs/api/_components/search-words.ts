/** What of an endpoint its line in the contents shows, and what finds it. */
export interface Entry {
  id: string;
  method: string;
  path: string;
  summary: string;
  /** Lower case: all that is said of it. */
  words: string;
}

/** The endpoints in which every word of a search stands. */
export function found(entries: readonly Entry[], search: string): Entry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ words: said }) => words.every((word) => said.includes(word)));
}
