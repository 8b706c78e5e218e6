import { createServer, type RequestListener, type Server } from 'node:http';
import next from 'next';
import { PEER_ADDRESS_HEADER } from '@/auth/client-address';
import { listen } from './port';

export interface Serving {
  close(): Promise<void>;
}

/** Starts Next in this process and answers on the port, on all addresses or on `hosts`. */
export async function serve(options: { dev: boolean; port: number; hosts: string[] }): Promise<Serving> {
  const { dev, port } = options;
  const app = next({ dev, dir: process.cwd(), port, hostname: 'localhost', turbopack: dev });
  await app.prepare();
  const [handle, upgrade] = [app.getRequestHandler(), app.getUpgradeHandler()];
  const answer: RequestListener = (request, response) => {
    // Whatever a client says of itself in this header, the socket knows better.
    request.headers[PEER_ADDRESS_HEADER] = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
    void handle(request, response);
  };
  const servers: Server[] = [];
  for (const host of options.hosts.length > 0 ? options.hosts : [undefined]) {
    const server = createServer(answer);
    server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head));
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
