import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import net, { type AddressInfo, type Socket } from 'node:net';

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
