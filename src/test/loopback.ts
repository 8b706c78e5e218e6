import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import net, { type AddressInfo, type Socket } from 'node:net';
import type { EgressProxy } from '@/scrape/egress/egress-proxy';
import type { ProxyPass } from '@/scrape/egress/proxy-pass';

/** A fixture server on a free port of loopback that counts who comes. */
export interface Loopback {
  port: number;
  /** Request targets, in order. */
  requests: string[];
  /** TCP connections, whatever they say. */
  connections(): number;
  close(): Promise<void>;
}

export async function serveHttp(listener: RequestListener, host = '127.0.0.1'): Promise<Loopback> {
  return watch(createServer(), listener, host);
}

export async function serveHttps(listener: RequestListener, key: string, cert: string): Promise<Loopback> {
  return watch(createSecureServer({ key, cert }) as unknown as Server, listener, '127.0.0.1');
}

async function watch(server: Server, listener: RequestListener, host: string): Promise<Loopback> {
  const requests: string[] = [];
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  server.on('request', (request: IncomingMessage, response) => {
    requests.push(request.url ?? '');
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    connections: () => connections,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A TCP server without any protocol of its own. */
export async function serveTcp(onSocket: (socket: Socket) => void): Promise<Omit<Loopback, 'requests'>> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = net.createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    onSocket(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Writes raw bytes to a port and reads until the other side closes, or `ms` have passed in silence. */
export function talk(port: number, text: string, ms = 3_000): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(text));
    socket.setTimeout(ms, () => socket.destroy());
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(heard));
  });
}

/** A certificate for shop.example that nobody trusts, made for tests with openssl; its key is no secret. */
export const SELF_SIGNED = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg9kqv1FwDAzHiaKnd
XRpcC/zbhzbB9xJ87WpYydlQ0XShRANCAATDOeMaL/mZ3y6jgjvWwLZyYiGa96wV
TpFYEm4b3c3polIvrOlwczrq16xBjAVfWzpbnZQv9pPw4PRu07kyQv2b
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBnjCCAUSgAwIBAgIUMiAQ86S8YqZuFhBozc8ZbrZnfiswCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMc2hvcC5leGFtcGxlMCAXDTI2MTEyMjEzMzU1OFoYDzIxMjYx
MDI5MTMzNTU4WjAXMRUwEwYDVQQDDAxzaG9wLmV4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAATDOeMaL/mZ3y6jgjvWwLZyYiGa96wVTpFYEm4b3c3polIv
rOlwczrq16xBjAVfWzpbnZQv9pPw4PRu07kyQv2bo2wwajAdBgNVHQ4EFgQUsnQK
n3shECVNJ1JS8sFMMpbpP38wHwYDVR0jBBgwFoAUsnQKn3shECVNJ1JS8sFMMpbp
P38wDwYDVR0TAQH/BAUwAwEB/zAXBgNVHREEEDAOggxzaG9wLmV4YW1wbGUwCgYI
KoZIzj0EAwIDSAAwRQIhANdqViJS5RugSBVtoL5U+I3/YxDsjrww63CBnB2bfCo6
AiAQY1QgTKIVRyn8cdB+RfKuIX4+mjyrGLDq/wYsq30LwA==
-----END CERTIFICATE-----
`,
};

export const portOf = (proxy: EgressProxy) => Number(new URL(proxy.server).port);

export const token = (pass: ProxyPass) =>
  `Proxy-Authorization: Basic ${Buffer.from(`${pass.username}:${pass.password}`).toString('base64')}\r\n`;

/** Asks for a URL as a browser asks a proxy for plain http. */
export const plainThrough = (proxy: EgressProxy, pass: ProxyPass, url: string, method = 'GET') =>
  talk(portOf(proxy), `${method} ${url} HTTP/1.1\r\nHost: x.example\r\n${token(pass)}Connection: close\r\n\r\n`);

/** Opens a tunnel and asks for "/in" in it. */
export const tunnelThrough = (proxy: EgressProxy, pass: ProxyPass, target: string) =>
  talk(
    portOf(proxy),
    `CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${token(pass)}\r\n` +
      'GET /in HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n',
  );

/** Headers of an answer as Playwright gives them. */
export const headersOf = (answer: string) =>
  Object.fromEntries(
    (answer.split('\r\n\r\n')[0] ?? '')
      .split('\r\n')
      .slice(1)
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
