import { factWords } from '../property-words';
import type { Sentence } from '../sentence';
import type { Tag } from '../slot-tagger';
import { namedWords, slotWords } from '../slot-words';

/**
 * The tags that a label's slots stand for in a sentence: the shortest stretch with most of the slot's words. Null where
 * the item is not written there. Of a property what is written counts, by what fact the words name; where nothing is,
 * it has a name of ours.
 */
export function tagsOf(
  { tokens, language }: Sentence,
  slots: { item: string | null; property: string; exclude: readonly string[] },
): Tag[] | null {
  const tags: Tag[] = tokens.map(() => 'other');
  const stems = tokens.map(({ text }) => slotWords(text, language)[0] ?? '');
  const mark = (slot: string, tag: Tag, least: number): boolean => {
    const wanted = new Set(slotWords(slot, language));
    const free = stems.map((stem, at) => (tags[at] === 'other' && wanted.has(stem) ? stem : null));
    const { found, at } = shortestStretch(free);
    if (found < least * wanted.size) return false;
    for (const index of at) tags[index] = tag;
    return true;
  };
  for (const one of slots.exclude) mark(one, 'exclusion', 0.5);
  if (slots.item !== null && !mark(slots.item, 'item', 0.7)) return null;
  markProperty(tags, tokens, namedWords(slots.property, language), language);
  fillGaps(
    tags,
    tokens.map(({ clause }) => clause),
  );
  return tags;
}

function markProperty(tags: Tag[], tokens: Sentence['tokens'], named: readonly string[], language: string): void {
  const wanted = new Set(named);
  const words: (string | null)[] = tokens.map(() => null);
  const facts = factWords(
    tokens.map(({ text }) => text),
    language,
  );
  for (const { word, from } of facts) if (wanted.has(word) && tags[from] === 'other') words[from] = word;
  const places = new Set(shortestStretch(words).at);
  for (const { from, to } of facts) if (places.has(from)) tags.fill('property', from, to + 1);
}

/** The stretch that holds most different words and is the shortest of those; `at` are the places of its words. */
function shortestStretch(words: readonly (string | null)[]): { found: number; at: number[] } {
  let best: { found: number; at: number[]; length: number } = { found: 0, at: [], length: 0 };
  for (const [from, word] of words.entries()) {
    if (word === null) continue;
    const seen = new Map<string, number>();
    for (let to = from; to < Math.min(words.length, from + 20); to++) {
      const next = words[to];
      if (next === null || next === undefined || seen.has(next)) continue;
      seen.set(next, to);
      const length = to - from + 1;
      if (seen.size > best.found || (seen.size === best.found && length < best.length)) {
        best = { found: seen.size, at: [...seen.values()], length };
      }
    }
  }
  return best;
}

/** One or two words between two of the same slot belong to it ("price OF the plan"). */
function fillGaps(tags: Tag[], clauses: readonly number[]): void {
  for (let at = 0; at < tags.length; at++) {
    const tag = tags[at];
    if (tag === 'other' || tag === undefined) continue;
    for (const distance of [2, 3]) {
      const between = tags.slice(at + 1, at + distance);
      if (tags[at + distance] !== tag || clauses[at] !== clauses[at + distance]) continue;
      if (between.every((one) => one === 'other')) tags.fill(tag, at + 1, at + distance);
    }
  }
}
