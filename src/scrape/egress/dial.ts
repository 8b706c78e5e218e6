import net, { type Socket } from 'node:net';
import ipaddr from 'ipaddr.js';
import { dialUpstream } from './dial-upstream';
import { DialError, established, type WaitOptions } from './socket-wait';

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
