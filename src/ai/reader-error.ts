import type { ReaderUsage } from '@/domain/contract/reading';

/**
 * Why a reader could not answer. `not_understood` is the prompt's: the next reader may understand it, and the person
 * can say it differently. All others are the reader's: the next one is asked.
 */
export type ReaderErrorKind = Exclude<ReaderUsage['outcome'], 'ok'> | 'not_understood' | 'over_budget' | 'circuit_open';

/** A reader's failure to answer. The message is for the person; no secrets, no page text. */
export class ReaderError extends Error {
  override readonly name = 'ReaderError';

  constructor(
    readonly kind: ReaderErrorKind,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
