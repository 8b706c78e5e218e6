/** A class of amounts that stand on the page of an item but are not its price. */
export interface Decoy {
  reason: string;
  /** Matched at the end of the text before the amount, folded. */
  before?: RegExp;
  /** Matched at the start of the text behind it, folded. */
  after?: RegExp;
  /** Matched in the label above, the column and row headers, and accessible labels, folded. */
  label?: RegExp;
  /** Matched in the names that the author gave to the element (class, id, itemprop). */
  names?: RegExp;
  /** Words by which a person asks for exactly this. */
  asked: string[];
}

const GAP = '[^a-z0-9]{0,6}$';
export const ends = (words: string): RegExp =>
  new RegExp(
    `(?:^|[^a-z])(?:${words})(?:\\s*(?:price|preis|prix|precio|prezzo|preco|prijs|pris|cena|is|was|of|at|von|de|ist|ab|from|only|just|circa|ca|about|starts?|starting|a partir|desde|da|od|fran)){0,3}${GAP}`,
  );
export const starts = (words: string): RegExp => new RegExp(`^[^a-z0-9]{0,4}(?:${words})(?![a-z])`);
export const word = (words: string): RegExp => new RegExp(`(?:^|[^a-z])(?:${words})(?![a-z])`);
