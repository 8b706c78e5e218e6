import { isIP } from 'node:net';
import { checkAddress, checkHostName, checkHostText } from './address';

/** Every address of a name, v4 and v6, in the order to try. Rejects when the name cannot be resolved. */
export type Resolver = (name: string) => Promise<string[]>;

/** What was wrong: a stable word. "dns" alone is no fault of the address: the name did not resolve. */
export type GateRule = 'syntax' | 'scheme' | 'credentials' | 'port' | 'host' | 'notation' | 'name' | 'address' | 'dns';

export interface GateRefusal {
  allowed: false;
  rule: GateRule;
  /** For the person: what is wrong and what to do. */
  reason: string;
}

/** The addresses were checked, all of them: connect to one of these and to no other. */
export type GateVerdict = GateLeave | GateRefusal;

interface GateLeave {
  allowed: true;
  url: URL;
  addresses: string[];
  /** Let through by an exception, not for being public. */
  excepted: boolean;
}

export interface GateOptions {
  /** Ports that may be read. */
  ports?: readonly number[];
  /**
   * LETS NON-PUBLIC PLACES THROUGH, GET and HEAD only: "http://localhost:3000/samples/". The app passes its own sample
   * pages in embedded mode, tests their pages, nobody else anything.
   */
  exceptions?: readonly string[];
  /** Decides whether an exception applies; "GET" when left out. */
  method?: string;
}

const DEFAULT_PORTS: readonly number[] = [80, 443, 8080, 8443];
const MAX_URL_LENGTH = 8_192;

/** The gate with its settings, for callers that ask often. */
export interface Gate {
  /** The checks that need no resolver: text, scheme, port, host. */
  checkText(url: string, method?: string): { allowed: true; url: URL; excepted: boolean } | GateRefusal;
  /** All checks. */
  check(url: string, method?: string): Promise<GateVerdict>;
  /** For a tunnel, of which only the raw text of host and port is known: exceptions never apply. */
  checkHost(host: string, port: string): Promise<GateVerdict>;
  /** Where the host of an exception is, unchecked: only for URLs that `checkText` let through as excepted. */
  resolveExcepted(hostname: string): Promise<string[]>;
  /** Is this host and port the place of an exception? */
  isExceptedOrigin(hostname: string, port: number): boolean;
}

/** Throws on a malformed exception (see parseException). */
export function createGate(resolver: Resolver, options: Omit<GateOptions, 'method'> = {}): Gate {
  const ports = options.ports ?? DEFAULT_PORTS;
  const exceptions = (options.exceptions ?? []).map(parseException);
  const checkText: Gate['checkText'] = (text, method = 'GET') => checkUrlText(text, method, ports, exceptions);
  const resolveExcepted = async (hostname: string) => {
    return loopbackOf(hostname) ?? (await resolve(hostname, resolver)) ?? [];
  };
  const check: Gate['check'] = async (text, method = 'GET') => {
    const verdict = checkText(text, method);
    if (!verdict.allowed) return verdict;
    if (!verdict.excepted) return resolveAndCheck(verdict.url, resolver);
    const addresses = await resolveExcepted(verdict.url.hostname);
    return addresses.length > 0 ? { ...verdict, addresses } : unresolved(verdict.url.hostname);
  };
  const checkHost: Gate['checkHost'] = async (host, port) => {
    if (/[/?#]/.test(host + port)) return refuse('host', 'A tunnel needs a host and a port, nothing else.');
    const verdict = checkUrlText(`https://${host}:${port}/`, 'CONNECT', ports, []);
    return verdict.allowed ? resolveAndCheck(verdict.url, resolver) : verdict;
  };
  const isExceptedOrigin: Gate['isExceptedOrigin'] = (hostname, port) =>
    exceptions.some((each) => each.hostname === hostname && each.port === port);
  return { checkText, check, checkHost, resolveExcepted, isExceptedOrigin };
}

/**
 * May this URL be fetched? Looks at the raw text first, then at the parsed URL, and demands that both say the same;
 * then at every address that the name resolves to: one bad one refuses all. Never throws for what the URL or the
 * resolver does.
 */
export function checkUrl(url: string, resolver: Resolver, options: GateOptions = {}): Promise<GateVerdict> {
  return createGate(resolver, options).check(url, options.method);
}

function checkUrlText(
  text: string,
  method: string,
  ports: readonly number[],
  exceptions: readonly GateException[],
): { allowed: true; url: URL; excepted: boolean } | GateRefusal {
  const authority = readAuthority(text);
  if ('allowed' in authority) return authority;
  const written = checkHostText(authority.host);
  if (written) return refuse(written.rule, written.reason);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) return refuse('syntax', 'This is not a web address. Write it like https://example.com/page.');
  if (isExcepted(url, method, exceptions) && url.hostname === authority.host.toLowerCase()) {
    return { allowed: true, url, excepted: true };
  }
  const named = checkHostName(url.hostname);
  if (named) return refuse(named.rule, named.reason);
  if (!agrees(authority, url)) {
    return refuse('notation', 'The host name can be read in two ways. Copy the address from your browser.');
  }
  if (!ports.includes(portOf(url))) {
    return refuse('port', `Port ${portOf(url)} cannot be read. Allowed ports: ${ports.join(', ')}.`);
  }
  return { allowed: true, url, excepted: false };
}

interface Authority {
  host: string;
  /** Text after the colon, or null when there is none. */
  port: string | null;
}

/** Reads the authority from the raw text by RFC 3986, refusing whatever another parser might read otherwise. */
function readAuthority(text: string): Authority | GateRefusal {
  if (text.length > MAX_URL_LENGTH) return refuse('syntax', 'This address is too long (over 8,192 characters).');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001F\u007F-\u009F\u2028\u2029]|^\s|\s$/.test(text)) {
    return refuse('syntax', 'The address contains control characters or starts or ends in a space. Type it again.');
  }
  if (text.includes('\\')) return refuse('syntax', 'The address contains a backslash. Use "/" instead.');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return refuse('syntax', 'The address must begin with http:// or https://.');
  if (scheme !== 'http' && scheme !== 'https') {
    return refuse('scheme', `Only http and https pages can be read, not "${scheme.slice(0, 20)}:".`);
  }
  const match = /^https?:\/\/([^/?#]*)/i.exec(text);
  const authority = match?.[1];
  if (!authority) return refuse('syntax', 'The address must have a host name right after "//".');
  if (authority.includes('@')) {
    return refuse('credentials', 'The address contains a user name or password. Leave out everything before the "@".');
  }
  const parts = /^(\[[^\]]*\]|[^:[]*)(?::([^:]*))?$/.exec(authority);
  if (!parts) return refuse('host', 'The host name cannot be read. Write it like https://example.com/page.');
  return checkPortText({ host: parts[1] ?? '', port: parts[2] ?? null });
}

function checkPortText(authority: Authority): Authority | GateRefusal {
  const { port } = authority;
  if (port === null || (/^[1-9]\d{0,4}$/.test(port) && Number(port) <= 65_535)) return authority;
  return refuse('port', 'The port must be a plain number, like :8080, or left out.');
}

/** The raw text and the parser must name the same host and port. */
function agrees(authority: Authority, url: URL): boolean {
  if (url.username !== '' || url.password !== '') return false;
  const port = authority.port === null ? (url.protocol === 'https:' ? 443 : 80) : Number(authority.port);
  if (port !== portOf(url)) return false;
  // The parser compresses IPv6 and encodes international names; both are still a name or an address after it.
  if (authority.host.startsWith('[')) return url.hostname.startsWith('[');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
  if (/[^\x00-\x7F]/.test(authority.host)) return isIP(url.hostname) === 0 && !url.hostname.startsWith('[');
  return authority.host.toLowerCase() === url.hostname;
}

async function resolveAndCheck(url: URL, resolver: Resolver): Promise<GateVerdict> {
  const literal = url.hostname.startsWith('[') ? url.hostname.slice(1, -1) : url.hostname;
  const addresses = isIP(literal) === 0 ? await resolve(literal, resolver) : [literal];
  if (addresses === null || addresses.length === 0) {
    return unresolved(url.hostname);
  }
  for (const address of addresses) {
    const verdict = checkAddress(address, literal);
    if (!verdict.allowed) return refuse('address', verdict.reason);
  }
  return { allowed: true, url, addresses, excepted: false };
}

function unresolved(name: string): GateRefusal {
  return refuse('dns', `No site was found at "${name.slice(0, 80)}". Check the spelling of the address.`);
}

async function resolve(name: string, resolver: Resolver): Promise<string[] | null> {
  try {
    return await resolver(name);
  } catch {
    return null;
  }
}

function refuse(rule: GateRule, reason: string): GateRefusal {
  return { allowed: false, rule, reason };
}

/**
 * One place that the gate lets through although it is not public: the app's own sample pages, or a fixture that a
 * test names. Plain http only: of https the proxy never sees the path.
 */
interface GateException {
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
function parseException(text: string): GateException {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'http:' || url.username !== '' || url.search !== '' || url.hash !== '') {
    throw new Error(`Gate exception "${text}" must look like http://localhost:3000/samples/.`);
  }
  if (!PREFIX.test(url.pathname)) throw new Error(`Gate exception "${text}" must end in a slash after plain folders.`);
  return { hostname: url.hostname, port: portOf(url), pathPrefix: url.pathname };
}

/** Does the URL stand under the exception, with a method that only reads? */
function isExcepted(url: URL, method: string, exceptions: readonly GateException[]): boolean {
  if (url.protocol !== 'http:' || (method !== 'GET' && method !== 'HEAD')) return false;
  // Slashes and dots in disguise are decoded by some servers after the prefix was compared.
  if (/%2f|%5c|%2e|%00|\/\/|\\/i.test(url.pathname)) return false;
  return exceptions.some(
    (each) => each.hostname === url.hostname && each.port === portOf(url) && url.pathname.startsWith(each.pathPrefix),
  );
}

/** Where an excepted host is: loopback for its names, so that the resolver is not asked about this machine. */
function loopbackOf(hostname: string): string[] | null {
  if (hostname === 'localhost') return ['127.0.0.1', '::1'];
  if (hostname === '127.0.0.1') return ['127.0.0.1'];
  return hostname === '[::1]' ? ['::1'] : null;
}

/** The port of an http(s) URL as a number. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}
