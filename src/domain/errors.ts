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

/**
 * An error that a person may read: the message says what happened and what to do next. `fields` names the inputs at
 * fault; `retryAt` is when a limit ends, `limit` how many it allows.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly fields: Record<string, string[]>;
  readonly retryAt: Date | undefined;
  readonly limit: number | undefined;
  /** A stable word for programs, e.g. "monitor_limit". */
  readonly reason: string;

  constructor(
    readonly code: ErrorCode,
    reason: string,
    message: string,
    details: { fields?: Record<string, string[]>; retryAt?: Date; limit?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause });
    this.reason = reason;
    this.fields = details.fields ?? {};
    this.retryAt = details.retryAt;
    this.limit = details.limit;
  }
}

/** The database cannot be reached; `cause` is for the log. */
export function databaseDown(cause: unknown): DomainError {
  const message = 'The database does not answer just now. Nothing was changed; please try again in a moment.';
  return new DomainError('unavailable', 'database_down', message, { cause });
}
