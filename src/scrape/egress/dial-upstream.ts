import net, { type Socket } from 'node:net';
import tls from 'node:tls';
import ipaddr from 'ipaddr.js';
import { DialError, established, readMessage, type WaitOptions } from './socket-wait';

const MAX_ANSWER = 16_384;

/**
 * Opens a connection to a checked address through a proxy of the operator's: http: and https: by CONNECT (RFC 9110),
 * socks5: by RFC 1928 and 1929. The proxy is told the address, never the name, so that it cannot look up another one.
 * Throws DialError EUPSTREAM for all that goes wrong.
 */
export async function dialUpstream(
  upstream: URL,
  address: string,
  port: number,
  options: WaitOptions,
): Promise<Socket> {
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
