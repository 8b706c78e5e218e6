import type { Failure, FailureOutcome } from '@/domain/outcome';

interface Said {
  outcome?: FailureOutcome;
  code: RegExp;
  message: string;
  retryable: boolean;
}

/** What Chromium's error codes (net/base/net_error_list.h) mean to a person. The first match counts. */
const SAID: Said[] = [
  {
    outcome: 'url_refused',
    code: /UNSAFE_PORT|UNSAFE_REDIRECT|URL_SCHEME|INVALID_URL/,
    message: 'The page leads to an address that may not be read. Use the address of the final page.',
    retryable: false,
  },
  {
    code: /NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED/,
    message: 'No site was found at this address. Check the spelling.',
    retryable: true,
  },
  {
    code: /CONNECTION_REFUSED/,
    message: 'The site refuses connections at the moment. Try again later.',
    retryable: true,
  },
  {
    code: /CERT_|SSL_|BAD_SSL/,
    message: 'The site has no valid security certificate, so what it shows cannot be trusted. Check the address.',
    retryable: false,
  },
  {
    code: /TOO_MANY_REDIRECTS/,
    message: 'The site sends visitors in a circle (too many redirects). Try the address of the final page.',
    retryable: false,
  },
  { code: /TIMED_OUT/, message: 'The site took too long to answer. Try again later.', retryable: true },
  {
    code: new RegExp(
      'EMPTY_RESPONSE|CONNECTION_(RESET|CLOSED|ABORTED|FAILED)|HTTP2_|QUIC_|INVALID_(HTTP_)?RESPONSE|' +
        'RESPONSE_HEADERS|CONTENT_(DECODING|LENGTH)|INCOMPLETE',
    ),
    message: 'The site broke off its answer. Try again later.',
    retryable: true,
  },
  {
    code: /ADDRESS_UNREACHABLE|NETWORK_|TUNNEL_|PROXY_/,
    message: 'The site cannot be reached. Try again later.',
    retryable: true,
  },
];

/** The page could not be loaded, said by Chromium's words ("net::ERR_…"). */
export function navigationFailure(error: unknown): Failure {
  const text = error instanceof Error ? error.message : String(error);
  const code = /ERR_[A-Z0-9_]+/.exec(text)?.[0] ?? '';
  const said = SAID.find((one) => one.code.test(code));
  return {
    outcome: said?.outcome ?? 'unavailable',
    message: said?.message ?? 'The page could not be loaded. Check the address, or try again later.',
    retryable: said?.retryable ?? true,
    detail: code || (text.split('\n')[0] ?? '').slice(0, 200),
  };
}

/** The deadline passed before the page could be read. */
export function lateFailure(deadlineMs: number): Failure {
  return {
    outcome: 'unavailable',
    message: `The page did not finish within ${Math.round(deadlineMs / 1_000)} seconds. Try again later.`,
    retryable: true,
    detail: 'deadline',
  };
}

/** Whoever asked does not wait any more: nothing is known of the page. */
export const CALLED_OFF_FAILURE: Failure = {
  outcome: 'internal',
  message: 'The check took too long and was broken off before the page was read. Please try again later.',
  retryable: true,
  detail: 'called off',
};

export const DOWNLOAD_FAILURE: Failure = {
  outcome: 'empty',
  message: 'This address is a download, not a page that can be read. Use the address of the page that links to it.',
  retryable: false,
  detail: 'download',
};

export const CRASH_FAILURE: Failure = {
  outcome: 'unavailable',
  message:
    'The page needs more memory than a page may use, or made the browser fail. Try again later, or another page.',
  retryable: true,
  detail: 'crash',
};
