import { bareWord, stemOf } from '@/domain/written/stem';
import { wordsOf } from '@/domain/written/words';
import type { PageIndex } from '@/page/index-page';
import { conceptsOf } from './concepts';

/** The words of a page, stemmed once. Parallel arrays in order of standing. */
export interface PageWords {
  starts: Int32Array;
  /** Index into `vocabulary`. */
  ids: Int32Array;
  vocabulary: ReadonlyMap<string, number>;
  /** How many segments have the word, by id. */
  spread: Int32Array;
  /** Concept bits by id. */
  concepts: Int32Array;
  segments: number;
}

const MOST_WORDS = 200_000;

const known = new WeakMap<PageIndex, PageWords>();

/** The words of the page, stemmed in the page's language, once for all questions to it; linear. */
export function wordsOfPage(index: PageIndex): PageWords {
  const words = known.get(index) ?? stemmed(index);
  known.set(index, words);
  return words;
}

function stemmed(index: PageIndex): PageWords {
  const language = (index.snapshot.language ?? 'en').slice(0, 2).toLowerCase();
  const words = wordsOf(index.text.slice(0, 4_000_000)).slice(0, MOST_WORDS);
  const vocabulary = new Map<string, number>();
  const byText = new Map<string, number>();
  const starts = new Int32Array(words.length);
  const ids = new Int32Array(words.length);
  const concepts: number[] = [];
  words.forEach(({ text, start }, at) => {
    let id = byText.get(text);
    if (id === undefined) {
      const stem = stemOf(text, language);
      id = vocabulary.get(stem) ?? vocabulary.size;
      vocabulary.set(stem, id);
      byText.set(text, id);
      concepts[id] = (concepts[id] ?? 0) | conceptsOf(bareWord(text), stem);
    }
    starts[at] = start;
    ids[at] = id;
  });
  return {
    starts,
    ids,
    vocabulary,
    spread: spreadOf(index, starts, ids, vocabulary.size),
    concepts: Int32Array.from({ length: vocabulary.size }, (_, id) => concepts[id] ?? 0),
    segments: index.segments.length,
  };
}

function spreadOf(index: PageIndex, starts: Int32Array, ids: Int32Array, size: number): Int32Array {
  const spread = new Int32Array(size);
  const last = new Int32Array(size).fill(-1);
  let segment = 0;
  for (let at = 0; at < starts.length; at++) {
    const start = starts[at] ?? 0;
    while (segment + 1 < index.segments.length && (index.segments[segment + 1]?.start ?? 0) <= start) segment += 1;
    const id = ids[at] ?? 0;
    if (last[id] === segment) continue;
    last[id] = segment;
    spread[id] = (spread[id] ?? 0) + 1;
  }
  return spread;
}
