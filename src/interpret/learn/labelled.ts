/** A prompt with the contract that a person would make of it. */
export interface LabelledSentence {
  id: string;
  prompt: string;
  language: string;
  /** What it must not be split from: who wrote it about which sites, or the round in which it was written. */
  group: string;
  /** Written about a real page: what validation counts. The corpus' prompts only teach. */
  real: boolean;
  type: 'state' | 'change';
  factType: 'number' | 'string' | 'boolean' | 'object';
  /** "price", "count", "presence" …; null where it was not labelled. */
  kind: string | null;
  unit: string | null;
  op: string;
  /** The operands as text: decimals, ISO dates, or words; null where the operator takes none. */
  value: string | null;
  value2: string | null;
  amount: string | null;
  percent: string | null;
  /** The words that an added or removed entry must contain. */
  text: string | null;
  /** Item, property and exclusions; null where they were not labelled. */
  slots: { item: string | null; property: string; exclude: readonly string[] } | null;
  /** The now from which its relative dates count. */
  now: Date;
}
