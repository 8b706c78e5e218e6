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

/** For several questions at once; `isWhole`: each of them sees what it would see by itself. */
export interface PassagesForAll {
  passages: string;
  isWhole: boolean;
}

/** Of several questions together no more than that. */
const MOST_CHARACTERS = 3 * PASSAGE_CHARACTERS;

/**
 * The lines of the page that can matter to the question, in page order, at most `budget` characters; left-out stretches
 * show as "[…]". Every line is literal, so that a quote from it stands in the page's text.
 */
export function selectPassages(question: Question, snapshot: Snapshot, budget = PASSAGE_CHARACTERS): string {
  if (snapshot.text.length <= budget) return snapshot.text;
  const texts = snapshot.text.split('\n');
  return join(texts, chooseLines(question, texts, budget));
}

/** The lines that can matter to any of the questions, each with an equal part of the room. */
export function selectForAll(questions: readonly Question[], snapshot: Snapshot): PassagesForAll {
  if (snapshot.text.length <= PASSAGE_CHARACTERS) return { passages: snapshot.text, isWhole: true };
  const budget = Math.min(PASSAGE_CHARACTERS, Math.floor(MOST_CHARACTERS / questions.length));
  const texts = snapshot.text.split('\n');
  const chosen = new Set(questions.flatMap((question) => [...chooseLines(question, texts, budget)]));
  return { passages: join(texts, chosen), isWhole: budget === PASSAGE_CHARACTERS };
}

function chooseLines(question: Question, texts: readonly string[], budget: number): Set<number> {
  const wanted = bareWords(`${question.fact} ${question.item ?? ''} ${question.property} ${question.prompt}`);
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
  return chosen;
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

function join(texts: readonly string[], chosen: Set<number>): string {
  const parts: string[] = [];
  let previous = -1;
  for (const [index, text] of texts.entries()) {
    if (!chosen.has(index)) continue;
    if (index !== previous + 1) parts.push('[…]');
    parts.push(text);
    previous = index;
  }
  return parts.join('\n');
}
