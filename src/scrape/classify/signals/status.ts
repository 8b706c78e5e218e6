import type { Failure } from '@/domain/outcome';

/** What an HTTP status alone says. Null: the content decides. */
export function failureOfStatus(status: number): Failure | null {
  const detail = `status ${status}`;
  switch (status) {
    case 401:
    case 407:
      return {
        outcome: 'login_required',
        message:
          'The page asks for a login. We read only what anyone can see: use a public address that shows the fact.',
        retryable: false,
        detail,
      };
    case 403:
      return {
        outcome: 'blocked',
        message:
          'The site refused to show us the page (403). Many shops and ticket sites do that to programs. Try ' +
          'another page that shows the same fact.',
        retryable: false,
        detail,
      };
    case 404:
    case 410:
      return {
        outcome: 'not_found',
        message:
          `There is no page at this address (${status}). It may have moved: open it in your browser and copy ` +
          'the new address.',
        retryable: false,
        detail,
      };
    case 429:
      return {
        outcome: 'blocked',
        message: 'The site says that it gets too many requests (429). Wait a while, then check again.',
        retryable: true,
        detail,
      };
    case 451:
      return {
        outcome: 'blocked',
        message: 'The site may not show this page for legal reasons (451). Try another page that shows the same fact.',
        retryable: false,
        detail,
      };
  }
  if (status >= 500) {
    return {
      outcome: 'unavailable',
      message: `The site has a problem of its own (${status}). Check again in a few minutes.`,
      retryable: true,
      detail,
    };
  }
  if (status >= 400) {
    return {
      outcome: 'unavailable',
      message:
        `The site did not accept the request (${status}). Open the address in your browser; if it works ` +
        'there, try another page that shows the same fact.',
      retryable: status === 408 || status === 425,
      detail,
    };
  }
  return null;
}

const LONGEST_RETRY_AFTER_MS = 24 * 3_600_000;

/** Retry-After (RFC 9110, 10.2.3): seconds or an HTTP date, in milliseconds from `now`; undefined when unreadable. */
export function parseRetryAfter(value: string | undefined, now: Date): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text) * 1_000, LONGEST_RETRY_AFTER_MS);
  if (!/^[A-Za-z]{3}/.test(text)) return undefined;
  const date = Date.parse(text);
  if (Number.isNaN(date)) return undefined;
  return Math.min(Math.max(date - now.getTime(), 0), LONGEST_RETRY_AFTER_MS);
}
