import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, serveHttp, serveTcp } from '@/test/loopback';
import { openPlainNetwork, type PlainNetwork } from './plain-network';
import { createPoliteness } from './politeness';
import { tryProxies } from './try-proxies';

const PUBLIC = '93.184.216.34';
type Proxy = Awaited<ReturnType<typeof serveTcp>>;
let site: Loopback;
let network: PlainNetwork;
let working: Proxy;
let refusing: Proxy;
const closing: (() => Promise<unknown>)[] = [];

/** A proxy that says this to whoever wants to pass, and lets pass whom it says yes. */
async function proxySaying(answer: string): Promise<Proxy> {
  const proxy = await serveTcp((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(`HTTP/1.1 ${answer}\r\n\r\n`);
      if (!answer.startsWith('200')) return void socket.end();
      const beyond = net.connect(site.port, '127.0.0.1');
      beyond.on('error', () => socket.destroy());
      socket.pipe(beyond).pipe(socket);
    });
  });
  closing.push(proxy.close);
  return proxy;
}

beforeAll(async () => {
  site = await serveHttp((request, response) => {
    if (request.headers.host?.startsWith('down.')) return void request.socket.destroy();
    response.writeHead(403).end('a wall');
  });
  network = openPlainNetwork({ resolver: async () => [PUBLIC], ports: [site.port] });
  [working, refusing] = [await proxySaying('200 OK'), await proxySaying('407 Proxy Authentication Required')];
  closing.push(site.close, network.close);
});
afterAll(() => Promise.all(closing.map((close) => close())));

const tools = (signal = new AbortController().signal) => ({ network, politeness: createPoliteness(), signal });
const at = (host: string) => `http://${host}.example:${site.port}/`;

describe('each proxy', () => {
  it('works where any answer comes through it, and is named without its password', async () => {
    const urls = [`http://me:hunter2@127.0.0.1:${working.port}`, `http://me:hunter2@127.0.0.1:${refusing.port}`];
    const tried = await tryProxies(
      urls.map((url) => new URL(url)),
      [at('one')],
      tools(),
    );
    expect(tried).toMatchObject([
      { proxy: `127.0.0.1:${working.port}`, fault: null },
      { proxy: `127.0.0.1:${refusing.port}`, fault: expect.stringMatching(/\w/) },
    ]);
    expect(JSON.stringify(tried)).not.toContain('hunter2');
  });

  it('is not to blame for a site that is down', async () => {
    const [tried] = await tryProxies([new URL(`http://127.0.0.1:${working.port}`)], [at('down'), at('two')], tools());
    expect(tried?.fault).toBeNull();
  });

  it('tells nothing where there was no time for it, and there may be none', async () => {
    const proxies = [new URL(`http://127.0.0.1:${working.port}`)];
    expect(await tryProxies(proxies, [at('three')], tools(AbortSignal.abort()))).toEqual([]);
    expect(await tryProxies([], [at('three')], tools())).toEqual([]);
  });
});
