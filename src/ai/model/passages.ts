import type { Question } from '@/domain/contract/reading';
import type { Snapshot } from '@/domain/snapshot';
import { bareWord } from '@/domain/written/stem';
import { wordsOf } from '@/domain/written/words';

/** About four characters are a token in the languages we read; a budget of 5,000 tokens. */
const PASSAGE_CHARACTERS = 20_000;

interface Line {
  text: string;
  index: number;
  score: number;
}

/**
 * The lines of the page that can matter to the question, in page order, at most `budget` characters; left-out stretches
 * show as "[…]". Every line is literal, so that a quote from it stands in the page's text.
 */
export function selectPassages(question: Question, snapshot: Snapshot, budget = PASSAGE_CHARACTERS): string {
  if (snapshot.text.length <= budget) return snapshot.text;
  const wanted = bareWords(`${question.fact} ${question.item ?? ''} ${question.property} ${question.prompt}`);
  const texts = snapshot.text.split('\n');
  const own = texts.map(bareWords);
  const rarity = rarityOf(wanted, own);
  const lines = texts.map((text, index) => ({ text, index, score: score(text, index, own[index], rarity) }));
  const chosen = new Set<number>();
  let left = budget;
  for (const line of [...lines].sort((a, b) => b.score - a.score || a.index - b.index)) {
    for (const near of around(lines, line.index)) {
      if (chosen.has(near.index) || near.text.length + 1 > left) continue;
      chosen.add(near.index);
      left -= near.text.length + 1;
    }
    if (left < 40) break;
  }
  return join(lines, chosen);
}

/** A value often stands on the line below its label or above its item: neighbours come along. */
function around(lines: Line[], index: number): Line[] {
  return [index, index + 1, index - 1, index + 2].flatMap((at) => lines[at] ?? []);
}

/** A word that stands on every line tells nothing, one that stands on two tells much (inverse document frequency). */
function rarityOf(wanted: Set<string>, lines: Set<string>[]): Map<string, number> {
  const rarity = new Map<string, number>();
  for (const word of wanted) {
    const count = lines.reduce((sum, line) => sum + (line.has(word) ? 1 : 0), 0);
    if (count > 0) rarity.set(word, Math.log(1 + lines.length / count));
  }
  return rarity;
}

function score(text: string, index: number, own: Set<string> | undefined, rarity: Map<string, number>): number {
  let sum = 0;
  for (const [word, weight] of rarity) if (own?.has(word)) sum += weight;
  const value = /\d/.test(text) ? 0.5 : 0;
  const early = index < 30 ? 0.4 : 0;
  return sum + value + early;
}

function bareWords(text: string): Set<string> {
  return new Set(wordsOf(text).map(({ text: word }) => bareWord(word)));
}

function join(lines: Line[], chosen: Set<number>): string {
  const parts: string[] = [];
  let previous = -1;
  for (const line of lines) {
    if (!chosen.has(line.index)) continue;
    if (line.index !== previous + 1) parts.push('[…]');
    parts.push(line.text);
    previous = line.index;
  }
  return parts.join('\n');
}
