import { createServer, type RequestListener, type Server } from 'node:http';
import next from 'next';
import { PEER_ADDRESS_HEADER } from '@/auth/client-address';
import { BoundedMessage } from './bounded-message';
import { listen } from './port';

export interface Serving {
  close(): Promise<void>;
}

/** Starts Next in this process and answers on the port, on all addresses or on `hosts`. */
export async function serve(options: { dev: boolean; port: number; hosts: string[] }): Promise<Serving> {
  const { dev, port } = options;
  // Next listens for upgrades (the development server's live reload) on one server: this one, which passes on those of all.
  const upgrades = createServer();
  const app = next({ dev, dir: process.cwd(), port, hostname: 'localhost', turbopack: dev, httpServer: upgrades });
  await app.prepare();
  const handle = app.getRequestHandler();
  const answer: RequestListener = (request, response) => {
    // Whatever a client says of itself in this header, the socket knows better.
    request.headers[PEER_ADDRESS_HEADER] = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
    void handle(request, response);
  };
  const servers: Server[] = [];
  for (const host of options.hosts.length > 0 ? options.hosts : [undefined]) {
    const server = createServer({ IncomingMessage: BoundedMessage }, answer);
    server.on('upgrade', (...upgrade) => upgrades.emit('upgrade', ...upgrade));
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
