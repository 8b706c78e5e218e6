import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { type FixturePage, startFixtureSite } from '@/test/fixture-site';
import { HOSTILE_PAGES } from '../hostile/generators';

interface Web {
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
export async function startWeb(pages = PAGES): Promise<Web> {
  const site = await startFixtureSite(pages);
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

/** So long a price stays. */
const PRICE_MS = 20_000;

/** A product whose price goes down and up again, so that its monitors alert and re-arm. */
function shop(number: number): FixturePage {
  return (_, response) => {
    const low = (Math.floor(Date.now() / PRICE_MS) + number) % 2 === 0;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="en"><title>Kettle ${number}</title><body><h1>Kettle ${number}</h1>` +
        `<p>Price: $${low ? 280 : 320}.00</p><p>In stock. Two years of warranty, free delivery.</p></body></html>`,
    );
  };
}

const html = { 'content-type': 'text/html; charset=utf-8' };
const GOOD = '<!doctype html><html lang="en"><title>Orsa lamp</title><h1>Orsa lamp</h1><p>Price: $64.50</p>';

/** Sends for ever, a little at a time, as long as somebody listens. */
const drip: FixturePage = (_, response) => {
  response.writeHead(200, html);
  response.write(GOOD);
  const timer = setInterval(() => response.write('<p>more words'), 200);
  response.on('close', () => clearInterval(timer));
};

const late: FixturePage = (_, response) => {
  const timer = setTimeout(() => response.writeHead(200, html).end(GOOD), 6_000);
  response.on('close', () => clearTimeout(timer));
};

const huge: FixturePage = (_, response) => {
  response.writeHead(200, html);
  const chunk = `<p>${'word '.repeat(100_000)}</p>`;
  let left = 60;
  const pump = () => {
    for (; left > 0 && !response.destroyed; left -= 1) if (!response.write(chunk)) return response.once('drain', pump);
    return response.end();
  };
  pump();
};

const refused =
  (status: number, text: string): FixturePage =>
  (_, response) => {
    response.writeHead(status, html).end(`<!doctype html><title>${text}</title><h1>${text}</h1>`);
  };

function made(name: string): FixturePage {
  const page = HOSTILE_PAGES.find((each) => each.name === name);
  if (page === undefined) throw new Error(`There is no hostile page "${name}"`);
  return page.make(1_000_000);
}

const HOSTILE: Record<string, FixturePage> = {
  '/drip': drip,
  '/late': late,
  '/huge': huge,
  '/wall': refused(403, 'Verify you are human'),
  '/broken': refused(500, 'Internal Server Error'),
  '/gone': refused(404, 'Not found'),
  '/round': (_, response) => void response.writeHead(302, { location: '/round' }).end(),
  '/login': `${GOOD}<script>location.href = '/sign-in'</script>`,
  '/sign-in':
    '<!doctype html><h1>Sign in</h1><form><input name=user><input type=password><button>Sign in</button></form>',
  '/core': `${GOOD}<script>setTimeout(() => { for (;;) {} }, 100)</script>`,
  '/paragraphs': `${GOOD}<script>for (let i = 0; i < 40000; i++) { const p = document.createElement('p');
    p.textContent = 'Orsa lamp ' + i + ' $' + i; document.body.append(p) }</script>`,
  '/wide-row': made('one wide row'),
  '/spans': made('spans'),
  '/headings': made('headings and prices'),
};

/** Paths of pages that mean harm, or do it. */
export const HOSTILE_PATHS = Object.keys(HOSTILE).filter((path) => path !== '/sign-in');

/** So many products there are, at /shop/0 and on. */
export const PRODUCTS = 40;

/** All pages by path. */
const PAGES: Record<string, FixturePage> = {
  ...HOSTILE,
  ...Object.fromEntries(Array.from({ length: PRODUCTS }, (_, number) => [`/shop/${number}`, shop(number)])),
};
