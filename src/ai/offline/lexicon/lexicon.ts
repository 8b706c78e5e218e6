/** Well-known properties that a prompt can name; their words differ by language. */
export type KnownProperty =
  | 'price'
  | 'availability'
  | 'count'
  | 'version'
  | 'date'
  | 'status'
  | 'temperature'
  | 'rating'
  | 'rate'
  | 'entries'
  | 'text'
  | 'measure';

/**
 * The words of one language, as alternatives of a regular expression: lower case, without accents (prompts are folded
 * the same way), one plain space between words. `spaced` says whether words stand apart, so that whole words match.
 */
export interface Lexicon {
  language: string;
  spaced: boolean;
  /** Space-separated words that are frequent in this language and rare in the others. */
  functionWords: string;
  /** "tell me", "could you ping me": asked of us, not part of what is watched. */
  request: string[];
  /** "when", "as soon as": opens the condition. */
  when: string[];
  /** Trimmed from the edges of an item: articles, prepositions, pronouns, copulas, adverbs. */
  trim: string[];
  /** May stand between a comparator and its number: "below the mark of 300". */
  filler: string[];
  /** Comparators before the number. */
  lt: string[];
  lte: string[];
  gt: string[];
  gte: string[];
  eq: string[];
  /** Comparators of quality before the number: more of a burden (delay, pollution) is worse, more of a rating better. */
  worse: string[];
  better: string[];
  /** Verbs that arrive at a number from above or below: "gets to 50k"; prices come down, other numbers go up. */
  reaches: string[];
  /** Comparators after the number: "300 or less". */
  ltAfter: string[];
  lteAfter: string[];
  gtAfter: string[];
  gteAfter: string[];
  between: string[];
  outside: string[];
  /** Joins the two numbers of a range. */
  and: string[];
  or: string[];
  before: string[];
  after: string[];
  /** Dates: comparators that follow the date (Japanese). */
  beforePost: string[];
  afterPost: string[];
  /** Verbs and nouns of falling, rising and changing. */
  fall: string[];
  rise: string[];
  change: string[];
  /** Falling and rising that name the price by themselves: "cheaper", "price drop". */
  cheaper: string[];
  dearer: string[];
  /** Marks the size of a change: "by". `byWeak` only directly after the verb (French "de"). */
  by: string[];
  byWeak: string[];
  /** "more than", "at least" before the size of a change. */
  size: string[];
  /** "no longer", "not". */
  negation: string[];
  /** Negations that follow what they deny (Japanese). */
  negationPost: string[];
  /** "any new …"; the article before it tells it from "the new iPad". */
  newEntry: string[];
  notNewEntry: string[];
  /** Definite articles and possessives: "the job" is one that is known, "a job" a new one. */
  definite: string[];
  /** "is posted", "is added to". */
  added: string[];
  removed: string[];
  mention: string[];
  /** Words to drop between "mentions" and what is mentioned: "the word". */
  mentioned: string[];
  /** Narrows a list: "with Rust in the title". The text follows. */
  filter: string[];
  filterEnd: string[];
  inStock: string[];
  outOfStock: string[];
  /** Weaker than in stock: released, out, launched. */
  released: string[];
  exists: string[];
  absent: string[];
  /** "is", "becomes", "changes to": a text follows. */
  becomes: string[];
  /** Words that are states of things: delayed, cancelled, open. */
  states: string[];
  /** What can be booked or applied for: with "opens" it is availability. */
  bookable: string[];
  opens: string[];
  /** Rain, snow and the like, to be named by a forecast. */
  weather: string[];
  price: string[];
  /** Verbs that name the price: "costs". */
  costs: string[];
  temperature: string[];
  version: string[];
  date: string[];
  status: string[];
  rating: string[];
  rate: string[];
  availability: string[];
  /** Nouns of lists: "job list", "openings". */
  entries: string[];
  /** "how many", "number of". */
  count: string[];
  /** Labels of measured values, kept as written: "humidity", "water level", "AQI". */
  measures: string[];
  page: string[];
  /** Joins a property to its item: "of", "for". */
  of: string[];
  numbers: Record<string, string>;
}
