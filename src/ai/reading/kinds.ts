import { type Question, questionOf } from '@/domain/contract/reading';
import { interpretSentence } from '@/interpret/interpret-sentence';
import { type Asked, CERTAIN } from '@/rank/asked';

/** A question as it may be meant, and how surely: that it is of this kind, and that its sentence was understood. */
export interface Meant {
  question: Question;
  sure: Pick<Asked, 'kindProbability' | 'sentenceProbability'>;
}

/** Kinds do not depend on the day. */
const ANY_DAY = { now: new Date(0), timeZone: 'UTC' };

/**
 * What a question may mean, itself first: where it is what our own models made of the sentence, also of other kinds
 * that they had thought of. One that a person or another reader wrote is meant as it is.
 */
export function meaningsOf(question: Question): Meant[] {
  const { kinds, exclude, probability } = interpretSentence(question.prompt, ANY_DAY);
  const meant = kinds.map(
    ({ interpretation, probability: kindProbability }): Meant => ({
      question: questionOf(question.prompt, { ...interpretation, exclude }),
      sure: { kindProbability, sentenceProbability: probability },
    }),
  );
  const [own, ...others] = meant;
  return own && isSame(own.question, question) ? [{ ...own, question }, ...others] : [{ question, sure: CERTAIN }];
}

function isSame(one: Question, other: Question): boolean {
  return (['item', 'property', 'factType', 'unit'] as const).every((field) => one[field] === other[field]);
}
