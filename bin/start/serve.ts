import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import next from 'next';
import { isProbed, misdirected, namesUs } from '@/auth/own-host';
import { PEER_ADDRESS_HEADER } from '@/auth/request-origin';
import { hostRules } from '@/env';
import { beginRequest, endRequest, noteRefused, REQUEST_ID_HEADER } from '@/ops/request-log';
import { onTrail } from '@/ops/trail';
import { BoundedMessage } from './bounded-message';
import { listen } from './port';

export interface Serving {
  close(): Promise<void>;
}

/** Starts Next in this process and answers on the port, on all addresses or on `hosts`. */
export async function serve(options: { dev: boolean; port: number; hosts: string[] }): Promise<Serving> {
  const { dev, port } = options;
  // Next listens for upgrades (the development server's live reload) on one server: this one, which passes on those of
  // all.
  const upgrades = createServer();
  const app = next({ dev, dir: process.cwd(), port, hostname: 'localhost', turbopack: dev, httpServer: upgrades });
  await app.prepare();
  const handle = app.getRequestHandler();
  const rules = hostRules();
  const pass: RequestListener<typeof BoundedMessage> = (request, response) => {
    if (!isProbed(request.url ?? '/') && !namesUs(asHeaders(request), rules)) return refuseHost(request, response);
    if (rules.hops === 0) delete request.headers['x-forwarded-host'];
    // Whatever a client says of itself in this header, the socket knows better.
    request.headers[PEER_ADDRESS_HEADER] = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
    void handle(request, response);
  };
  const answer: RequestListener<typeof BoundedMessage> = (request, response) => {
    response.once('finish', () => request.linger());
    const begun = beginRequest(request.method, request.url);
    response.setHeader(REQUEST_ID_HEADER, begun.requestId);
    response.once('close', () => {
      const status = response.writableFinished ? response.statusCode : null;
      endRequest(begun, status, String(response.getHeader('content-type')));
    });
    onTrail(begun, () => pass(request, response));
  };
  const servers: Server[] = [];
  for (const host of options.hosts.length > 0 ? options.hosts : [undefined]) {
    const server = createServer({ IncomingMessage: BoundedMessage }, answer);
    server.on('upgrade', (request, socket, head) => {
      if (namesUs(asHeaders(request), rules)) upgrades.emit('upgrade', request, socket, head);
      else socket.destroy();
    });
    try {
      await listen(server, port, host);
      servers.push(server);
    } catch (error) {
      // A machine without IPv6 has no ::1; the port itself was checked before.
      if (host !== '::1') throw error;
    }
  }
  return {
    async close() {
      const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
      for (const server of servers) server.closeAllConnections();
      await Promise.all(closed);
      await app.close();
    },
  };
}

/** Two headers of one name mean that somebody between us reads the other one: neither names us. */
function asHeaders({ headers, rawHeaders }: IncomingMessage): { get(name: string): string | null } {
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length;
  return {
    get(name) {
      if (name === 'host' && hosts > 1) return '//';
      const value = headers[name];
      return (Array.isArray(value) ? value.join(',') : value) ?? null;
    },
  };
}

/** Also of files and of what the proxy of the pages does not see. */
function refuseHost(request: IncomingMessage, response: ServerResponse): void {
  const { method = 'GET', url: path = '/' } = request;
  const { status, type, body } = misdirected(path, (of) => noteRefused({ method, path, ...of }));
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff', connection: 'close' });
  response.end(body);
}
