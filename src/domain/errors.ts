import type { PointCandidate } from './contract/pointing';

/** What went wrong, in terms that every transport can map (tRPC code, HTTP status). */
export type ErrorCode =
  | 'invalid' // 400
  | 'unauthenticated' // 401
  | 'forbidden' // 403
  | 'not_found' // 404
  | 'conflict' // 409
  | 'too_large' // 413
  | 'unsupported' // 415
  | 'unprocessable' // 422
  | 'limited' // 429
  | 'unavailable'; // 503

/** Where it is not sure which value of a page is meant: the preview that is kept, and what may be chosen of it. */
export interface Offer {
  previewId: string;
  candidates: PointCandidate[];
}

/**
 * An error that a person may read: the message says what happened and what to do next. `fields` names the inputs at
 * fault; `offer` is what may be chosen instead; `retryAt` is when a limit ends, `limit` how many it allows.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly fields: Record<string, string[]>;
  readonly retryAt: Date | undefined;
  readonly limit: number | undefined;
  readonly offer: Offer | undefined;
  /** A stable word for programs, e.g. "monitor_limit". */
  readonly reason: string;

  constructor(
    readonly code: ErrorCode,
    reason: string,
    message: string,
    details: { fields?: Record<string, string[]>; retryAt?: Date; limit?: number; offer?: Offer; cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause });
    this.reason = reason;
    this.fields = details.fields ?? {};
    this.retryAt = details.retryAt;
    this.limit = details.limit;
    this.offer = details.offer;
  }
}

/** The database cannot be reached; `cause` is for the log. */
export function databaseDown(cause: unknown): DomainError {
  const message = 'The database does not answer just now. Nothing was changed; please try again in a moment.';
  return new DomainError('unavailable', 'database_down', message, { cause });
}
