import net, { type Socket } from 'node:net';
import tls from 'node:tls';
import ipaddr from 'ipaddr.js';
import { DialError, established, readMessage, type WaitOptions } from './socket-wait';

/** How the way to a checked address may differ from going there at once. */
export interface DialOptions extends WaitOptions {
  /** A proxy of the operator's (http, https or socks5), asked to connect to the checked address. */
  upstream?: URL | null;
  /**
   * TESTS ONLY: a fixture on loopback stands in for a public address ({ '93.184.216.34': '127.0.0.1' }). The gate has
   * judged the public address; the connection goes to the stand-in.
   */
  testOnlyConnectTo?: Readonly<Record<string, string>>;
}

const MAX_ADDRESSES = 4;
const HURRIED_MS = 2_500;

/**
 * Opens a TCP connection to the first of the checked addresses that answers, and to nothing else: names never get
 * here. Throws DialError when none answers, the signal's reason when it is aborted.
 */
export async function dial(addresses: readonly string[], port: number, options: DialOptions = {}): Promise<Socket> {
  let failure = new DialError('ENOTFOUND', 'No address to connect to');
  const tried = addresses.slice(0, MAX_ADDRESSES);
  for (const [index, address] of tried.entries()) {
    options.signal?.throwIfAborted();
    if (net.isIP(address) === 0) throw new DialError('EINVAL', 'Only checked addresses can be connected to');
    try {
      const { upstream } = options;
      if (upstream) return await dialUpstream(upstream, address, port, options);
      return await direct(address, port, index < tried.length - 1 ? hurried(options) : options);
    } catch (error) {
      options.signal?.throwIfAborted();
      failure = asDialError(error);
      // The proxy is to blame; another address of the target would not help.
      if (failure.code === 'EUPSTREAM') break;
    }
  }
  throw failure;
}

/** Where another address is left to try, a dead one may not eat the time of the look. */
function hurried(options: DialOptions): DialOptions {
  return { ...options, timeoutMs: Math.min(options.timeoutMs ?? HURRIED_MS, HURRIED_MS) };
}

async function direct(address: string, port: number, options: DialOptions): Promise<Socket> {
  const goal = options.testOnlyConnectTo?.[address] ?? address;
  const socket = net.connect({ host: goal, port, noDelay: true });
  await established(socket, 'connect', options);
  if (isSame(socket.remoteAddress, goal)) return socket;
  socket.destroy();
  throw new DialError('EINVAL', 'Connected to another address than was checked');
}

function isSame(remote: string | undefined, goal: string): boolean {
  if (remote === undefined || net.isIP(remote) === 0) return false;
  return ipaddr.process(remote).toString() === ipaddr.process(goal).toString();
}

function asDialError(error: unknown): DialError {
  if (error instanceof DialError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'ECONNRESET';
  return new DialError(code, error instanceof Error ? error.message : 'Connection failed', error);
}

const MAX_ANSWER = 16_384;

/**
 * Opens a connection to a checked address through a proxy of the operator's: http: and https: by CONNECT (RFC 9110),
 * socks5: by RFC 1928 and 1929. The proxy is told the address, never the name, so that it cannot look up another one.
 * Throws DialError EUPSTREAM for all that goes wrong.
 */
async function dialUpstream(upstream: URL, address: string, port: number, options: WaitOptions): Promise<Socket> {
  let socket: Socket | null = null;
  try {
    socket = await connectTo(upstream, options);
    await (upstream.protocol === 'socks5:' ? askSocks : askHttp)(socket, upstream, address, port, options);
    return socket;
  } catch (error) {
    socket?.destroy();
    if (options.signal?.aborted) throw error;
    const why = error instanceof Error ? error.message : 'failed';
    throw new DialError('EUPSTREAM', `Proxy ${upstream.host}: ${why}`, error);
  }
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443, 'socks5:': 1080 };

async function connectTo(upstream: URL, options: WaitOptions): Promise<Socket> {
  const host = upstream.hostname.replace(/^\[|\]$/g, '');
  const port = Number(upstream.port) || (DEFAULT_PORTS[upstream.protocol] ?? 80);
  if (upstream.protocol !== 'https:') {
    const socket = net.connect({ host, port, noDelay: true });
    await established(socket, 'connect', options);
    return socket;
  }
  const socket = tls.connect({ host, port, ...(net.isIP(host) === 0 && { servername: host }) });
  await established(socket, 'secureConnect', options);
  return socket;
}

async function askHttp(socket: Socket, upstream: URL, address: string, port: number, options: WaitOptions) {
  const target = `${net.isIPv6(address) ? `[${address}]` : address}:${port}`;
  const { user, password } = credentials(upstream);
  const pair = Buffer.from(`${user}:${password}`).toString('base64');
  const authorization = user === '' ? '' : `Proxy-Authorization: Basic ${pair}\r\n`;
  socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${authorization}\r\n`);
  const endOfHead = (heard: Buffer) => {
    const at = heard.indexOf('\r\n\r\n');
    return at < 0 ? null : at + 4;
  };
  const head = await readMessage(socket, endOfHead, MAX_ANSWER, options);
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(head.toString('latin1', 0, 20))?.[1];
  if (status !== '200') throw new Error(`answered CONNECT with ${status ?? 'no HTTP'}`);
}

async function askSocks(socket: Socket, upstream: URL, address: string, port: number, options: WaitOptions) {
  const { user, password } = credentials(upstream);
  const read = (length: number) => readMessage(socket, () => length, MAX_ANSWER, options);
  socket.write(Uint8Array.from(user === '' ? [5, 1, 0] : [5, 2, 0, 2]));
  const method = (await read(2))[1];
  if (method === 2 && user !== '') {
    const [name, secret] = [Buffer.from(user).subarray(0, 255), Buffer.from(password).subarray(0, 255)];
    socket.write(Buffer.concat([Buffer.from([1, name.length]), name, Buffer.from([secret.length]), secret]));
    if ((await read(2))[1] !== 0) throw new Error('refused the password');
  } else if (method !== 0) {
    throw new Error('wants a password');
  }
  const bytes = ipaddr.parse(address).toByteArray();
  socket.write(Uint8Array.from([5, 1, 0, bytes.length === 4 ? 1 : 4, ...bytes, port >> 8, port & 255]));
  // Version, reply, reserved, address type; then the bound address, whose length depends on its type, and a port.
  const lengthOf = (heard: Buffer) => {
    if (heard.length < 5) return null;
    const size = heard[3] === 1 ? 4 : heard[3] === 4 ? 16 : (heard[4] ?? 0) + 1;
    return 4 + size + 2;
  };
  const reply = (await readMessage(socket, lengthOf, MAX_ANSWER, options))[1];
  if (reply !== 0) throw new Error(`answered with SOCKS reply ${reply}`);
}

function credentials(upstream: URL): { user: string; password: string } {
  return { user: decode(upstream.username), password: decode(upstream.password) };
}

/** A stray "%" in a password is a "%". */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
