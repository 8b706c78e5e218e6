import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, serveHttp } from '@/test/loopback';
import { type LaunchedBrowser, launchBrowser } from '../browser/browser-launch';
import { type EgressProxy, startEgressProxy } from './egress-proxy';

const PUBLIC = '93.184.216.34';
let site: Server;
let port = 0;
let secret: Loopback;
let proxy: EgressProxy;
let launched: LaunchedBrowser;
const asked: string[] = [];

/** A public page, and a WebSocket that greets (RFC 6455). */
function startSite(): Server {
  const server = createServer((_, response) => response.end('<title>public</title><p>public words</p>'));
  server.on('upgrade', (request, socket) => {
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    const upgrade = `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n`;
    socket.write(`${upgrade}Sec-WebSocket-Accept: ${accept}\r\n\r\n`);
    socket.write(Buffer.concat([Buffer.from([0x81, 2]), Buffer.from('hi')]));
    socket
      .on('error', () => {})
      .on('end', () => socket.destroy())
      .resume();
  });
  return server;
}

beforeAll(async () => {
  site = startSite();
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  port = (site.address() as AddressInfo).port;
  secret = await serveHttp((_, response) => response.end('secret'), '127.0.0.2');
  proxy = await startEgressProxy({
    // Names under "rebind" are public at the first look-up and private at every later one.
    resolver: async (name) => {
      const before = asked.filter((each) => each === name).length;
      asked.push(name);
      return name.startsWith('rebind') && before > 0 ? ['127.0.0.2'] : [PUBLIC];
    },
    ports: [port, secret.port],
    testOnlyConnectTo: { [PUBLIC]: '127.0.0.1' },
  });
  launched = await launchBrowser({ proxyServer: proxy.server });
});
afterAll(async () => {
  await launched?.close();
  await proxy.close();
  await secret.close();
  site.closeAllConnections();
  await new Promise((resolve) => site.close(resolve));
});

async function visit<T>(use: (page: Page, pass: ReturnType<EgressProxy['openPass']>) => Promise<T>): Promise<T> {
  const pass = proxy.openPass();
  const context = await launched.browser.newContext({
    proxy: { server: proxy.server, bypass: '<-loopback>', username: pass.username, password: pass.password },
  });
  try {
    return await use(await context.newPage(), pass);
  } finally {
    await context.close();
    pass.close();
  }
}

/** The first message of a WebSocket, or "closed". */
const greet = (page: Page, url: string) =>
  page.evaluate(
    (address) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(address);
        socket.onmessage = (event) => resolve(String(event.data));
        socket.onclose = () => resolve('closed');
      }),
    url,
  );

describe('a real browser behind the egress proxy', () => {
  it('reads public pages and speaks to public WebSockets', async () => {
    await visit(async (page, pass) => {
      await page.goto(`http://shop.example:${port}/`);
      expect(await page.title()).toBe('public');
      expect(await greet(page, `ws://live.example:${port}/`)).toBe('hi');
      expect(pass.refusals).toEqual([]);
      expect(pass.bytes().down).toBeGreaterThan(100);
    });
  });

  it('opens no WebSocket to a private place, and is told why', async () => {
    await visit(async (page, pass) => {
      await page.goto(`http://shop.example:${port}/`);
      expect(await greet(page, `ws://127.0.0.2:${secret.port}/`)).toBe('closed');
      expect(pass.refusalOf(`ws://127.0.0.2:${secret.port}/`)).toMatchObject({ rule: 'address' });
    });
    expect(secret.connections()).toBe(0);
  });

  it('is not led astray by a name that changes between look-ups', async () => {
    await visit(async (page, pass) => {
      await page.goto(`http://rebind.example:${port}/`);
      expect(await page.title()).toBe('public');
      const again = await page.evaluate(
        (url) => fetch(url).then((response) => response.text(), String),
        `http://rebind.example:${secret.port}/`,
      );
      expect(again).not.toContain('secret');
      expect(await greet(page, `ws://rebind.example:${secret.port}/`)).toBe('closed');
      const response = await page.goto(`http://rebind.example:${port}/again`);
      expect(proxy.gateMark(response?.headers() ?? {})).toBe('address');
      expect(pass.refusals.length).toBeGreaterThanOrEqual(3);
    });
    expect(asked.filter((name) => name === 'rebind.example').length).toBeGreaterThanOrEqual(4);
    expect(secret.connections()).toBe(0);
  });

  it('reaches nothing without a pass, nor after it is closed', async () => {
    const context = await launched.browser.newContext();
    const page = await context.newPage();
    const without = await page.goto(`http://shop.example:${port}/`).catch(() => null);
    expect(without?.status() ?? 407).toBe(407);
    await context.close();
    await visit(async (open, pass) => {
      await open.goto(`http://shop.example:${port}/`);
      pass.close();
      const after = await open.goto(`http://shop.example:${port}/more`).catch(() => null);
      expect(after?.status() ?? 407).toBe(407);
    });
  });
});
