/**
 * One place that the gate lets through although it is not public: the app's own sample pages, or a fixture that a
 * test names. Plain http only: of https the proxy never sees the path.
 */
export interface GateException {
  hostname: string;
  port: number;
  /** Begins and ends in "/". */
  pathPrefix: string;
}

const PREFIX = /^\/(?:[\w.-]+\/)*$/;

/**
 * Reads "http://localhost:3000/samples/". Throws an Error that says what is wrong: this is the operator's setting,
 * never a person's input.
 */
export function parseException(text: string): GateException {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'http:' || url.username !== '' || url.search !== '' || url.hash !== '') {
    throw new Error(`Gate exception "${text}" must look like http://localhost:3000/samples/.`);
  }
  if (!PREFIX.test(url.pathname)) throw new Error(`Gate exception "${text}" must end in a slash after plain folders.`);
  return { hostname: url.hostname, port: portOf(url), pathPrefix: url.pathname };
}

/** Does the URL stand under the exception, with a method that only reads? */
export function isExcepted(url: URL, method: string, exceptions: readonly GateException[]): boolean {
  if (url.protocol !== 'http:' || (method !== 'GET' && method !== 'HEAD')) return false;
  // Slashes and dots in disguise are decoded by some servers after the prefix was compared.
  if (/%2f|%5c|%2e|%00|\/\/|\\/i.test(url.pathname)) return false;
  return exceptions.some(
    (each) => each.hostname === url.hostname && each.port === portOf(url) && url.pathname.startsWith(each.pathPrefix),
  );
}

/** Where an excepted host is: loopback for its names, so that the resolver is not asked about this machine. */
export function loopbackOf(hostname: string): string[] | null {
  if (hostname === 'localhost') return ['127.0.0.1', '::1'];
  if (hostname === '127.0.0.1') return ['127.0.0.1'];
  return hostname === '[::1]' ? ['::1'] : null;
}

/** The port of an http(s) URL as a number. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}
