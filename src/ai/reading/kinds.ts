import { LRUCache } from 'lru-cache';
import { type Question, questionOf } from '@/domain/contract/reading';
import { interpretSentence, type Understood } from '@/interpret/interpret-sentence';
import { type Asked, CERTAIN } from '@/rank/asked';

/** A question as it may be meant, and how surely: that it is of this kind, and that its sentence was understood. */
export interface Meant {
  question: Question;
  sure: Pick<Asked, 'kindProbability' | 'sentenceProbability'>;
}

/** Kinds do not depend on the day. */
const ANY_DAY = { now: new Date(0), timeZone: 'UTC' };
const MOST_KEPT = 200;

/** What was made of the last sentences: a page that is read in several ways asks each time. */
const understood = new LRUCache<string, Understood>({ max: MOST_KEPT });

function understand(prompt: string): Understood {
  const known = understood.get(prompt) ?? interpretSentence(prompt, ANY_DAY);
  understood.set(prompt, known);
  return known;
}

/**
 * What a question may mean, itself first: where it is what our own models made of the sentence, also of other kinds
 * that they had thought of, unless it is fixed. One that a person or another reader wrote is meant as it is.
 */
export function meaningsOf(question: Question): Meant[] {
  const { kinds, exclude, probability } = understand(question.prompt);
  const meant = kinds.map(
    ({ interpretation, probability: kindProbability }): Meant => ({
      question: questionOf(question.prompt, { ...interpretation, exclude }),
      sure: { kindProbability, sentenceProbability: probability },
    }),
  );
  const [own, ...others] = meant;
  if (!own || !isSame(own.question, question)) return [{ question, sure: CERTAIN }];
  return [{ ...own, question }, ...(question.isFixed ? [] : others)];
}

function isSame(one: Question, other: Question): boolean {
  return (['item', 'property', 'factType', 'unit'] as const).every((field) => one[field] === other[field]);
}
