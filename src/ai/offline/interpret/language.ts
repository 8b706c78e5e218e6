import type { Lexicon } from '../lexicon/lexicon';
import { fold } from './text';

const KANA = /[\u3041-\u30ff]/gu;
/** Of the prompts' languages only Japanese writes them, also where it drops all kana: 再入荷 通知希望. */
const HAN = /\p{Script=Han}/gu;

/** Words that every lexicon's language shares with others count little; those of one language count in full. */
function wordSets(lexicons: readonly Lexicon[]): Map<string, Map<Lexicon, number>> {
  const weights = new Map<string, Map<Lexicon, number>>();
  for (const lexicon of lexicons) {
    for (const word of new Set(lexicon.functionWords.split(' '))) {
      const owners = weights.get(fold(word)) ?? new Map<Lexicon, number>();
      owners.set(lexicon, 1);
      weights.set(fold(word), owners);
    }
  }
  for (const owners of weights.values()) for (const lexicon of owners.keys()) owners.set(lexicon, 1 / owners.size);
  return weights;
}

/** The lexicons by likelihood for a prompt, best first, each with a score; without any sign the first (English) leads. */
export function rankLanguages(prompt: string, lexicons: readonly Lexicon[]): { lexicon: Lexicon; score: number }[] {
  const weights = wordSetsOf(lexicons);
  const scores = new Map(lexicons.map((lexicon) => [lexicon, 0]));
  for (const [word] of fold(prompt).matchAll(/\p{L}+/gu)) {
    for (const [lexicon, weight] of weights.get(word) ?? []) scores.set(lexicon, (scores.get(lexicon) ?? 0) + weight);
  }
  const kana = (prompt.match(KANA)?.length ?? 0) + (prompt.match(HAN)?.length ?? 0) / 2;
  return lexicons
    .map((lexicon) => ({ lexicon, score: (scores.get(lexicon) ?? 0) + (lexicon.language === 'ja' ? kana : 0) }))
    .sort((a, b) => b.score - a.score);
}

const cache = new WeakMap<readonly Lexicon[], Map<string, Map<Lexicon, number>>>();

function wordSetsOf(lexicons: readonly Lexicon[]): Map<string, Map<Lexicon, number>> {
  let sets = cache.get(lexicons);
  if (!sets) {
    sets = wordSets(lexicons);
    cache.set(lexicons, sets);
  }
  return sets;
}
