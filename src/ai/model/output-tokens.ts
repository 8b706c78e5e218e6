import type { Question } from '@/domain/contract/reading';

export const MAX_OUTPUT_TOKENS = 1_500;
const MAX_LIST_OUTPUT_TOKENS = 6_000;
/** However many questions a request has: what it may cost is set aside before it. */
const MOST_OF_ALL = 16_000;

/** Room for the answers to these questions. */
export function outputTokensFor(questions: readonly Pick<Question, 'factType'>[]): number {
  const room = questions.map(({ factType }) => (factType === 'object' ? MAX_LIST_OUTPUT_TOKENS : MAX_OUTPUT_TOKENS));
  return Math.min(
    MOST_OF_ALL,
    room.reduce((sum, one) => sum + one, 0),
  );
}
