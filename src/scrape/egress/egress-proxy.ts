import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import {
  type ConnectionStats,
  type PrepareRequestFunctionOpts,
  type PrepareRequestFunctionResult,
  RequestError,
} from 'proxy-chain';
import { type DialOptions, dial } from './dial';
import {
  createGate,
  type Gate,
  type GateOptions,
  type GateRule,
  type GateVerdict,
  portOf,
  type Resolver,
} from './gate';
import { createPass, GateServer, OneSocketAgent, type PassOptions, type PassState, type ProxyPass } from './proxy-pass';
import { DialError } from './socket-wait';

export interface EgressProxyOptions extends Omit<GateOptions, 'method'> {
  resolver: Resolver;
  connectTimeoutMs?: number;
  /** TESTS ONLY, see DialOptions. */
  testOnlyConnectTo?: Readonly<Record<string, string>>;
}

/** What an answer of the proxy's own says: the gate's rule, no connection, or the pass has had its bytes. */
type GateMark = GateRule | 'unreachable' | 'size';

export interface EgressProxy {
  /** "http://127.0.0.1:40123", for Chromium's proxy setting. */
  server: string;
  /** For a browser that has one proxy setting for all its contexts; looks had better open their own. */
  pass: ProxyPass;
  /**
   * Credentials of one look: its refusals, failures, bytes and connections are counted apart. Close it with the look.
   */
  openPass(options?: PassOptions): ProxyPass;
  /** The mark, if the answer with these (lower-case) headers is the proxy's own; null for a site's answer. */
  gateMark(headers: Readonly<Record<string, string>>): GateMark | null;
  /** Ends every connection. */
  close(): Promise<void>;
}

const MARK_HEADER = 'x-monitors-gate';
const BYTE_WATCH_MS = 50;

interface Road {
  gate: Gate;
  dialOptions: DialOptions;
  /** An answer of the proxy's own, with a mark that no site can know. */
  refuse(mark: GateMark, reason: string, status: number): RequestError;
}

/**
 * Starts the only road from a browser to the network, on a free port of loopback: every plain request and every tunnel
 * (https, ws, wss) passes the gate and is connected to an address that was checked, through an upstream proxy as well.
 */
export async function startEgressProxy(options: EgressProxyOptions): Promise<EgressProxy> {
  const nonce = randomBytes(12).toString('hex');
  const passes = new Map<string, PassState>();
  const road: Road = {
    gate: createGate(options.resolver, options),
    dialOptions: {
      ...(options.connectTimeoutMs !== undefined && { timeoutMs: options.connectTimeoutMs }),
      ...(options.testOnlyConnectTo && { testOnlyConnectTo: options.testOnlyConnectTo }),
    },
    refuse: (mark, reason, status) =>
      new RequestError(reason, status, { [MARK_HEADER]: `${nonce} ${mark}`, 'cache-control': 'no-store' }),
  };
  const server = new GateServer();
  server.prepareRequestFunction = async (asked) => {
    const pass = authenticate(asked, passes);
    if (pass === null) return { requestAuthentication: true, failMsg: 'This proxy needs its token.' };
    return letThrough(asked, pass, road);
  };
  server.on('connectionClosed', (closed: { connectionId: number; stats?: ConnectionStats }) => {
    const last = { down: closed.stats?.srcTxBytes ?? 0, up: closed.stats?.srcRxBytes ?? 0 };
    for (const pass of passes.values()) pass.forget(closed.connectionId, last);
  });
  const openPass = (passOptions: PassOptions = {}) => createPass(server, passes, passOptions);
  await server.listen();
  const watch = setInterval(() => {
    for (const pass of passes.values()) pass.enforceCap();
  }, BYTE_WATCH_MS);
  watch.unref();
  return {
    server: `http://127.0.0.1:${server.port}`,
    pass: openPass(),
    openPass,
    gateMark: (headers) => readMark(headers[MARK_HEADER], nonce),
    close: async () => {
      clearInterval(watch);
      passes.clear();
      await server.close(true);
    },
  };
}

async function letThrough(
  asked: PrepareRequestFunctionOpts,
  pass: PassState,
  road: Road,
): Promise<PrepareRequestFunctionResult> {
  pass.own(asked.connectionId);
  if (pass.isOverCap()) throw road.refuse('size', 'This page loads more data than is allowed.', 403);
  const target = { host: asked.hostname.toLowerCase(), port: asked.port };
  const verdict = await judge(asked, road.gate);
  if (!verdict.allowed) {
    pass.noteRefusal({ ...target, rule: verdict.rule, reason: verdict.reason });
    throw road.refuse(verdict.rule, verdict.reason, verdict.rule === 'dns' ? 502 : 403);
  }
  try {
    const upstream = verdict.excepted ? null : pass.upstream;
    const socket = await dialFor(asked.request.socket, verdict.addresses, portOf(verdict.url), {
      ...road.dialOptions,
      upstream,
    });
    if (asked.isHttp) dropProxyHeaders(asked.request);
    return asked.isHttp ? { httpAgent: new OneSocketAgent(socket) } : { customTag: socket };
  } catch (error) {
    pass.noteFailure({ ...target, code: error instanceof DialError ? error.code : 'ECONNABORTED' });
    throw road.refuse('unreachable', 'The site did not answer.', 502);
  }
}

/** What the browser says to a proxy is not for the site. proxy-chain passes on the raw headers as they stand here. */
function dropProxyHeaders({ rawHeaders }: IncomingMessage): void {
  for (let at = rawHeaders.length - 2; at >= 0; at -= 2) {
    if (/^proxy-/i.test(rawHeaders[at] ?? '')) rawHeaders.splice(at, 2);
  }
}

/** Opens the connection for as long as the browser waits for it, and never leaves it behind. */
async function dialFor(source: Socket, addresses: string[], port: number, options: DialOptions): Promise<Socket> {
  const gone = new AbortController();
  const leave = () => gone.abort();
  source.once('close', leave);
  try {
    if (source.destroyed) leave();
    const socket = await dial(addresses, port, { ...options, signal: gone.signal });
    const end = () => socket.destroy();
    socket.on('error', end);
    source.once('close', end);
    socket.once('close', () => source.off('close', end));
    return socket;
  } finally {
    source.off('close', leave);
  }
}

/** Judges the request line as it came, not what proxy-chain made of it: the gate reads raw text. */
async function judge(asked: PrepareRequestFunctionOpts, gate: Gate): Promise<GateVerdict> {
  const line = asked.request.url ?? '';
  if (!asked.isHttp) {
    const colon = line.lastIndexOf(':');
    return gate.checkHost(line.slice(0, Math.max(colon, 0)), line.slice(colon + 1));
  }
  return gate.check(line, asked.request.method ?? 'GET');
}

function authenticate(asked: PrepareRequestFunctionOpts, passes: Map<string, PassState>): PassState | null {
  const pass = passes.get(asked.username);
  if (!pass) return null;
  const given = Buffer.from(asked.password);
  const wanted = Buffer.from(pass.password);
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? pass : null;
}

function readMark(header: string | undefined, nonce: string): GateMark | null {
  const [given, mark] = (header ?? '').split(' ');
  return given === nonce && mark ? (mark as GateMark) : null;
}
