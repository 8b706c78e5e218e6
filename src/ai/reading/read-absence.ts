import type { ReadResult } from '@/domain/contract/reading';
import { isNegated } from '@/domain/written/negation';
import { bareWord, stemOf } from '@/domain/written/stem';
import { wordsOf } from '@/domain/written/words';
import { nodeOf } from '@/page/index-page';
import { REGION } from '@/page/regions';
import { conceptsOf } from '@/rank/concepts';
import { evidenceAt } from './evidence';
import type { AskedPage } from './fitting';
import type { PageRanking } from './ranking';

/** Longer texts tell stories; "no" in them is said of something else. */
const LONGEST = 160;
/** A list that could be meant is a list, whatever else the page says. */
const NONE_LIKELY = 0.1;
const NOT_OWN = REGION.navigation | REGION.header | REGION.footer | REGION.reviews | REGION.related | REGION.dialog;
const PROBABILITY = 0.9;

/**
 * That a list is empty, proven by a short sentence in the page's own part that denies it in the words of the question
 * ("There are no open positions"); null where nothing says so, or a list stands there that could be meant.
 */
export function readAbsence(page: AskedPage, { ranked }: PageRanking): ReadResult | null {
  const { question, index, snapshot } = page;
  if (question.factType !== 'object') return null;
  const likely = ranked.filter(({ probability }) => probability >= NONE_LIKELY).map(({ fitting }) => fitting.value);
  const language = snapshot.language ?? question.language;
  const asked = meaningOf(`${question.item ?? ''} ${question.property}`, question.language);
  for (const { start, end } of index.segments) {
    if (end - start > LONGEST || ((index.regions[nodeOf(index, start, end)] ?? 0) & NOT_OWN) !== 0) continue;
    const text = index.text.slice(start, end);
    if (!isNegated(text, language) || !isAlike(meaningOf(text, language), asked)) continue;
    // A list that has this very sentence for an entry is none of what is asked.
    if (likely.some((value) => value.type === 'object' && !value.items.includes(text.trim()))) return null;
    const evidence = evidenceAt(snapshot, { start, end });
    return { outcome: 'absent', evidence, refused: [], probability: PROBABILITY, reader: 'offline', recipe: null };
  }
  return null;
}

interface Meaning {
  stems: Set<string>;
  /** Bits of what the words are about ("vacancies", "jobs"). */
  concepts: number;
}

function meaningOf(text: string, language: string): Meaning {
  const words = wordsOf(text).map(({ text: word }) => ({ bare: bareWord(word), stem: stemOf(word, language) }));
  const concepts = words.reduce((bits, { bare, stem }) => bits | conceptsOf(bare, stem), 0);
  return { stems: new Set(words.map(({ stem }) => stem)), concepts };
}

function isAlike(one: Meaning, other: Meaning): boolean {
  return (one.concepts & other.concepts) !== 0 || [...one.stems].some((stem) => other.stems.has(stem));
}
