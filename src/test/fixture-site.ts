import { createSocket } from 'node:dgram';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** HTML, or what answers the request. */
export type FixturePage = string | ((request: IncomingMessage, response: ServerResponse) => void);

export interface FixtureSite {
  /** "http://127.0.0.1:40123", and the exception of the gate that lets it through. */
  origin: string;
  exception: string;
  /** Paths asked for so far, with their query. */
  requests: string[];
  close(): Promise<void>;
}

/** Serves pages by path on a free port of loopback. Unknown paths are 404. */
export async function startFixtureSite(pages: Record<string, FixturePage>): Promise<FixtureSite> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push(path);
    const page = pages[path.split('?')[0] ?? '/'];
    if (page === undefined) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
    } else if (typeof page === 'string') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    } else page(request, response);
  });
  const port = await listen(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    exception: `http://127.0.0.1:${port}/`,
    requests,
    close: () => close(server),
  };
}

export interface Trap {
  port: number;
  connections(): number;
  datagrams(): number;
  close(): Promise<void>;
}

/** Listens where nothing may connect or send, by TCP and UDP, and counts who does. */
export async function startTrap(): Promise<Trap> {
  let count = 0;
  let datagrams = 0;
  const server = createServer((_, response) => {
    response.end('secret');
  });
  server.on('connection', () => {
    count += 1;
  });
  const port = await listen(server);
  const socket = createSocket('udp4');
  socket.on('message', () => {
    datagrams += 1;
  });
  await new Promise<void>((resolve) => socket.bind(port, '127.0.0.1', resolve));
  return {
    port,
    connections: () => count,
    datagrams: () => datagrams,
    close: async () => {
      socket.close();
      await close(server);
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
