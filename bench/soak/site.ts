import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { startFixtureSite } from '@/test/fixture-site';
import { PAGES } from './pages';

export interface Web {
  /** What to put as SCRAPE_PROXIES. */
  proxyUrl: string;
  close(): Promise<void>;
}

/** Public addresses, so that the app's gate judges as it does everywhere; what stands behind them is ours. */
export function addressOf(number: number, path: string): string {
  return `http://93.184.216.${1 + (number % 200)}${path}`;
}

/**
 * The web as the app sees it: a proxy that leads every address to our own pages, so that nothing leaves this machine
 * and no exception is made for loopback.
 */
export async function startWeb(): Promise<Web> {
  const site = await startFixtureSite(PAGES);
  const proxy = createServer((_, response) => void response.writeHead(405).end());
  proxy.on('connect', (_, socket) => {
    const there = connect(Number(new URL(site.origin).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(there).pipe(socket);
    });
    for (const [end, other] of [
      [socket, there],
      [there, socket],
    ] as const) {
      end.on('error', () => other.destroy());
      end.on('close', () => other.destroy());
    }
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    proxyUrl: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    close: async () => {
      proxy.closeAllConnections();
      proxy.close();
      await site.close();
    },
  };
}
