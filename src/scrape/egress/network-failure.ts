import type { Failure } from '@/domain/outcome';
import type { GateRefusal } from './gate';

/** Thrown where the gate refuses a connection in the middle of a fetch. */
export class GateRefusedError extends Error {
  override readonly name = 'GateRefusedError';
  constructor(readonly refusal: GateRefusal) {
    super(refusal.reason);
  }
}

/** The body is larger than the cap, before or after decompression. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
  constructor(readonly maxBytes: number) {
    super(`Body over ${maxBytes} bytes`);
  }
}

/** The body is compressed in a way that is unknown or nested too deep. */
export class EncodingError extends Error {
  override readonly name = 'EncodingError';
}

/** A name that does not resolve is the site's trouble; every other refusal is about the address itself. */
export function failureOfRefusal(refusal: GateRefusal): Failure {
  const outcome = refusal.rule === 'dns' ? 'unavailable' : 'url_refused';
  return { outcome, message: refusal.reason, retryable: false, detail: `gate: ${refusal.rule}` };
}

/** The words for each group of Node's and undici's error codes. */
const KINDS: ReadonlyArray<{ codes: RegExp; message: (host: string) => string; retryable: boolean }> = [
  {
    codes: /^(ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)$/,
    message: (host) => `${host} did not answer in time. Try again in a few minutes.`,
    retryable: true,
  },
  {
    codes: /^ECONNREFUSED$/,
    message: (host) => `${host} refused the connection. Check the address, or try again later.`,
    retryable: true,
  },
  {
    codes: /^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|ENOTFOUND)$/,
    message: (host) => `${host} cannot be reached from here at the moment. Try again later.`,
    retryable: true,
  },
  {
    codes: /^(CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|ERR_TLS|ERR_SSL|EPROTO|HOSTNAME_MISMATCH|INVALID_CA)/,
    message: (host) => `The security certificate or encryption of ${host} is not valid, so nothing was read from it.`,
    retryable: false,
  },
  {
    codes: /^(HPE_|HTTPParserError|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RESPONSE)/,
    message: (host) => `${host} answered with something that is not a web page.`,
    retryable: false,
  },
  {
    codes:
      /^(ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|ERR_STREAM_PREMATURE_CLOSE)$/,
    message: (host) => `${host} broke off the connection. Try again in a few minutes.`,
    retryable: true,
  },
  {
    codes: /^(Z_|ERR__ERROR_FORMAT|ERR_PADDING|ERR_BROTLI|ERR__|ZSTD_)/,
    message: (host) => `${host} sent a page that arrived broken. Try again in a few minutes.`,
    retryable: true,
  },
  {
    codes: /^EUPSTREAM$/,
    message: () => 'The page could not be reached through our proxy. Try again in a few minutes.',
    retryable: true,
  },
];

/** What an error of the network means, for the person. `host` is shown; nothing of the error's text is. */
export function failureOfError(error: unknown, host: string): Failure {
  if (error instanceof GateRefusedError) return failureOfRefusal(error.refusal);
  if (error instanceof TooLargeError) {
    const megabytes = Math.max(1, Math.round(error.maxBytes / 1_000_000));
    return unavailable(
      `The page is larger than ${megabytes} MB, which is more than can be read.`,
      false,
      error.message,
    );
  }
  if (error instanceof EncodingError) {
    return unavailable(`${host} sent the page in a compression that cannot be read.`, false, error.message);
  }
  const code = codeOf(error);
  const kind = KINDS.find((each) => each.codes.test(code));
  if (kind) return unavailable(kind.message(host), kind.retryable, code);
  return {
    outcome: 'internal',
    message: 'Something went wrong while loading the page. Try again; if it stays, tell us.',
    retryable: false,
    detail: `${code} ${error instanceof Error ? error.message : String(error)}`.slice(0, 300),
  };
}

/** The look's own time is up. */
export function failureOfDeadline(host: string, deadlineMs: number): Failure {
  const seconds = Math.max(1, Math.round(deadlineMs / 1_000));
  return unavailable(`${host} took longer than ${seconds} s. Try again in a few minutes.`, true, 'deadline');
}

/** No turn came in time, at the host where one is named: our own waiting, and not the site's fault. */
export function failureOfBusy(host?: string): Failure {
  const pages = host === undefined ? 'Many pages' : `Too many pages of ${host}`;
  const message = `${pages} are being read at the moment, and this one had to wait too long. Try again in a minute.`;
  return { outcome: 'internal', message, retryable: false, detail: 'busy' };
}

/** Whoever asked no longer wants it. */
export function failureOfCancel(): Failure {
  return unavailable('The refresh was cancelled before the page was loaded.', true, 'cancelled');
}

function unavailable(message: string, retryable: boolean, detail: string): Failure {
  return { outcome: 'unavailable', message, retryable, detail };
}

/** The code of the error or of what caused it (wrappers hide it up to three levels down), else its name. */
function codeOf(error: unknown): string {
  let current = error;
  for (let depth = 0; depth < 4 && current instanceof Error; depth += 1) {
    if ('code' in current && typeof current.code === 'string') return current.code;
    current = current.cause;
  }
  return error instanceof Error ? error.name : '';
}
