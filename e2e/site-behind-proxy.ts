import { createServer } from 'node:http';

/** A public address, as the gate wants one. Nobody is asked there: the app's way out is the proxy below, ours. */
export const SITE = 'http://93.184.216.34';

/** The proxy of an app: six ports behind the first one's, where nothing else of a run listens. */
export function proxyOf(app: string): string {
  return `http://127.0.0.1:${Number(new URL(app).port) + 6}`;
}

export interface Site {
  /** Bodies by path; what has none is 404. A journey changes them as it goes. */
  pages: Map<string, string>;
  /** While it is broken, every page is 503. */
  isBroken: boolean;
  close(): Promise<void>;
}

/** Serves pages as the site, to an app that reaches the web through this proxy alone. */
export async function openSite(app: string): Promise<Site> {
  const site: Site = {
    pages: new Map(),
    isBroken: false,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', SITE);
    if (site.isBroken) {
      response.writeHead(503, { 'content-type': 'text/html; charset=utf-8' }).end('<h1>Service unavailable</h1>');
      return;
    }
    const body = site.pages.get(pathname);
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(body ?? '<h1>Not found</h1>');
  });
  server.on('connect', (_request, socket) => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    server.emit('connection', socket);
  });
  const { port } = new URL(proxyOf(app));
  await new Promise<void>((resolve) => server.listen(Number(port), '127.0.0.1', resolve));
  return site;
}
