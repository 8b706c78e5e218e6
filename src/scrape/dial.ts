import { once } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';
import ipaddr from 'ipaddr.js';

/** How the way to a checked address may differ from going there at once. */
export interface DialOptions {
  /** Time for each address to answer. */
  timeoutMs?: number;
  /** An http(s) proxy of the operator's, asked to CONNECT to the checked address. */
  upstream?: URL | null;
  signal?: AbortSignal | undefined;
  /**
   * TESTS ONLY: a fixture on loopback stands in for a public address ({ '93.184.216.34': '127.0.0.1' }). The gate has
   * judged the public address; the connection goes to the stand-in.
   */
  testOnlyConnectTo?: Readonly<Record<string, string>>;
}

/** The connection could not be made. `code` is Node's (ECONNREFUSED, ETIMEDOUT …) or "EUPSTREAM". */
export class DialError extends Error {
  override readonly name = 'DialError';
  constructor(
    readonly code: string,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

const CONNECT_TIMEOUT_MS = 8_000;
const MAX_CONNECT_RESPONSE = 16_384;

/**
 * Opens a TCP connection to the first of the checked addresses that answers, and to nothing else: names never get
 * here. Throws DialError when none answers.
 */
export async function dial(addresses: readonly string[], port: number, options: DialOptions = {}): Promise<net.Socket> {
  let failure = new DialError('ENOTFOUND', 'No address to connect to');
  for (const address of addresses.slice(0, 4)) {
    options.signal?.throwIfAborted();
    try {
      return options.upstream
        ? await tunnel(options.upstream, address, port, options)
        : await direct(address, port, options);
    } catch (error) {
      failure = asDialError(error);
      // The proxy is to blame, another address of the target will not help.
      if (failure.code === 'EUPSTREAM') break;
    }
  }
  throw failure;
}

async function direct(address: string, port: number, options: DialOptions): Promise<net.Socket> {
  if (net.isIP(address) === 0) throw new DialError('EINVAL', 'Only checked addresses can be connected to');
  const goal = options.testOnlyConnectTo?.[address] ?? address;
  const socket = net.connect({ host: goal, port, noDelay: true });
  await established(socket, 'connect', options);
  if (!isSame(socket.remoteAddress, goal)) {
    socket.destroy();
    throw new DialError('EINVAL', 'Connected to another address than was checked');
  }
  return socket;
}

/** Waits for the event; on error, time-out or abort the socket is gone. */
async function established(
  socket: net.Socket,
  event: 'connect' | 'secureConnect',
  options: DialOptions,
): Promise<void> {
  const timeout = AbortSignal.timeout(options.timeoutMs ?? CONNECT_TIMEOUT_MS);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  try {
    await once(socket, event, { signal });
  } catch (error) {
    socket.on('error', () => {});
    socket.destroy();
    if (timeout.aborted) throw new DialError('ETIMEDOUT', 'No answer to the connection', error);
    throw error;
  }
}

function isSame(remote: string | undefined, goal: string): boolean {
  if (remote === undefined || net.isIP(remote) === 0) return false;
  return ipaddr.process(remote).toString() === ipaddr.process(goal).toString();
}

async function tunnel(upstream: URL, address: string, port: number, options: DialOptions): Promise<net.Socket> {
  try {
    const socket = await connectUpstream(upstream, options);
    const target = `${net.isIPv6(address) ? `[${address}]` : address}:${port}`;
    socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${authorization(upstream)}\r\n`);
    await readConnectResponse(socket, options);
    return socket;
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new DialError(
      'EUPSTREAM',
      `Proxy ${upstream.host}: ${error instanceof Error ? error.message : 'failed'}`,
      error,
    );
  }
}

async function connectUpstream(upstream: URL, options: DialOptions): Promise<net.Socket> {
  const host = upstream.hostname.replace(/^\[|\]$/g, '');
  const secure = upstream.protocol === 'https:';
  const port = Number(upstream.port) || (secure ? 443 : 80);
  const socket = secure
    ? tls.connect({ host, port, ...(net.isIP(host) === 0 && { servername: host }) })
    : net.connect({ host, port, noDelay: true });
  await established(socket, secure ? 'secureConnect' : 'connect', options);
  return socket;
}

function authorization(upstream: URL): string {
  if (upstream.username === '') return '';
  const pair = `${decodeURIComponent(upstream.username)}:${decodeURIComponent(upstream.password)}`;
  return `Proxy-Authorization: Basic ${Buffer.from(pair).toString('base64')}\r\n`;
}

/** Reads up to the blank line and gives back what follows it to the stream. */
async function readConnectResponse(socket: net.Socket, options: DialOptions): Promise<void> {
  const timeout = AbortSignal.timeout(options.timeoutMs ?? CONNECT_TIMEOUT_MS);
  const stop = () => socket.destroy(new DialError('ETIMEDOUT', 'no answer to CONNECT'));
  timeout.addEventListener('abort', stop);
  options.signal?.addEventListener('abort', stop);
  try {
    let head = Buffer.alloc(0);
    while (!head.includes('\r\n\r\n')) {
      if (head.length > MAX_CONNECT_RESPONSE) throw new Error('answered CONNECT with too much');
      head = Buffer.concat([head, await nextChunk(socket)]);
    }
    const end = head.indexOf('\r\n\r\n') + 4;
    const status = /^HTTP\/1\.[01] (\d{3})/.exec(head.toString('latin1', 0, 20))?.[1];
    if (status !== '200') throw new Error(`answered CONNECT with ${status ?? 'no HTTP'}`);
    if (head.length > end) socket.unshift(head.subarray(end));
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    timeout.removeEventListener('abort', stop);
    options.signal?.removeEventListener('abort', stop);
  }
}

async function nextChunk(socket: net.Socket): Promise<Buffer> {
  for (;;) {
    const chunk: Buffer | null = socket.read();
    if (chunk !== null) return chunk;
    if (socket.readableEnded || socket.destroyed) throw new Error('closed the connection');
    await Promise.race([once(socket, 'readable'), once(socket, 'end'), once(socket, 'close')]);
  }
}

function asDialError(error: unknown): DialError {
  if (error instanceof DialError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'ECONNRESET';
  return new DialError(code, error instanceof Error ? error.message : 'Connection failed', error);
}
