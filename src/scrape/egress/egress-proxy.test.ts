import net from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  headersOf,
  type Loopback,
  plainThrough,
  portOf,
  serveHttp,
  serveTcp,
  talk,
  token,
  tunnelThrough,
} from '@/test/loopback';
import { type EgressProxy, type EgressProxyOptions, startEgressProxy } from './egress-proxy';

const PUBLIC = '93.184.216.34';
const NAMES: Record<string, string[]> = {
  'private.example': ['127.0.0.1'],
  'mixed.example': [PUBLIC, '127.0.0.1'],
  'unknown.example': [],
};
let site: Loopback;
let secret: Loopback;
let proxy: EgressProxy;
const started: EgressProxy[] = [];

async function start(options: Partial<EgressProxyOptions> = {}): Promise<EgressProxy> {
  const created = await startEgressProxy({
    resolver: async (name) => NAMES[name] ?? [PUBLIC],
    ports: [site.port, secret.port],
    testOnlyConnectTo: { [PUBLIC]: '127.0.0.1' },
    ...options,
  });
  started.push(created);
  return created;
}

beforeAll(async () => {
  site = await serveHttp((request, response) => {
    if (request.url === '/large-head') response.setHeader('x-large', 'a'.repeat(40_000));
    response.end(`${request.method} ${request.headers.host} ${request.url}`);
  });
  secret = await serveHttp((_, response) => response.end('secret'), '127.0.0.2');
  proxy = await start({ exceptions: [`http://127.0.0.1:${site.port}/samples/`] });
});
afterAll(async () => {
  await Promise.all(started.map((each) => each.close()));
  await site.close();
  await secret.close();
});
afterEach(() => expect(secret.connections()).toBe(0));

const plain = (url: string, pass = proxy.pass, of = proxy, method = 'GET') => plainThrough(of, pass, url, method);
const tunnel = (target: string, pass = proxy.pass, of = proxy) => tunnelThrough(of, pass, target);

describe('what is public', () => {
  it('passes as a plain request, with its path', async () => {
    const answer = await plain(`http://shop.example:${site.port}/a?b=1`);
    expect(answer).toMatch(/^HTTP\/1\.1 200/);
    expect(answer).toContain('GET x.example /a?b=1');
    expect(proxy.gateMark(headersOf(answer))).toBeNull();
  });

  it('passes with a head of 40 KB, as sites with many cookies send', async () => {
    const answer = await plain(`http://shop.example:${site.port}/large-head`);
    expect(answer).toMatch(/^HTTP\/1\.1 200/);
    expect(headersOf(answer)['x-large']).toHaveLength(40_000);
  });

  it('passes through a tunnel, and so do WebSockets', async () => {
    const answer = await tunnel(`shop.example:${site.port}`);
    expect(answer).toContain('200 Connection Established');
    expect(answer).toContain('GET t /in');
  });

  it('passes by its address', async () => {
    expect(await tunnel(`${PUBLIC}:${site.port}`)).toContain('GET t /in');
    expect(await plain(`http://${PUBLIC}:${site.port}/ip`)).toContain('/ip');
  });

  it('is checked for each request of a kept connection', async () => {
    const line = (url: string) => `GET ${url} HTTP/1.1\r\nHost: x\r\n${token(proxy.pass)}\r\n`;
    let heard = '';
    const socket = net.connect(portOf(proxy), '127.0.0.1');
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
    });
    socket.write(line(`http://shop.example:${site.port}/one`));
    await expect.poll(() => heard).toContain('/one');
    socket.write(line(`http://private.example:${site.port}/two`));
    await expect.poll(() => heard).toContain('403 Forbidden');
    expect(site.requests).not.toContain('/two');
    socket.destroy();
  });
});

describe('what is not public', () => {
  it.each([
    ['127.0.0.2:PORT', 'address'],
    ['[::1]:PORT', 'address'],
    ['[::ffff:7f00:2]:PORT', 'address'],
    ['10.0.0.1:PORT', 'address'],
    ['169.254.169.254:PORT', 'address'],
    ['private.example:PORT', 'address'],
    ['mixed.example:PORT', 'address'],
    ['localhost:PORT', 'name'],
    ['metadata.google.internal:PORT', 'name'],
    ['127.2:PORT', 'notation'],
    ['0x7f000002:PORT', 'notation'],
    ['2130706434:PORT', 'notation'],
    ['0177.0.0.2:PORT', 'notation'],
    ['shop.example.:PORT', 'notation'],
    ['shop.example:22', 'port'],
    ['unknown.example:PORT', 'dns'],
  ])('is refused as %s: %s', async (target, rule) => {
    const at = target.replace('PORT', String(secret.port));
    const before = site.connections();
    const pass = proxy.openPass();
    const answers = [await tunnel(at, pass), await plain(`http://${at}/x`, pass)];
    for (const answer of answers) {
      expect(answer).toMatch(rule === 'dns' ? /^HTTP\/1\.1 502/ : /^HTTP\/1\.1 403/);
      expect(proxy.gateMark(headersOf(answer))).toBe(rule);
    }
    expect(pass.refusals.map((each) => each.rule)).toEqual([rule, rule]);
    expect(pass.refusals[0]?.reason.length).toBeGreaterThan(10);
    expect(site.connections()).toBe(before);
    pass.close();
  });

  it.each([
    'shop.example:PORT/x',
    'shop.example:PORT?x',
    'u@shop.example:PORT',
    'shop.example',
    ':PORT',
    '/',
    'a b:PORT',
    'http://shop.example:PORT',
  ])('is no tunnel: %s', async (target) => {
    const before = site.connections();
    const answer = await tunnel(target.replace('PORT', String(site.port)));
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d/);
    expect(answer).not.toContain('Established');
    expect(site.connections()).toBe(before);
  });

  it.each([
    '/local',
    'https://shop.example/',
    'ftp://shop.example/',
    'file:///etc/passwd',
    'http://',
    'http:\\\\shop.example',
    '*',
  ])('is no plain request: %s', async (url) => {
    expect(await plain(url)).toMatch(/^HTTP\/1\.1 4\d\d/);
  });

  it('stays out when the name changes its mind: the address that was checked is the one', async () => {
    let asked = 0;
    const rebinding = await start({
      resolver: async () => {
        asked += 1;
        return asked % 2 === 1 ? [PUBLIC] : ['127.0.0.2'];
      },
    });
    expect(await tunnel(`re.example:${site.port}`, rebinding.pass, rebinding)).toContain('GET t /in');
    expect(asked).toBe(1);
    expect(await tunnel(`re.example:${secret.port}`, rebinding.pass, rebinding)).toContain('403');
    expect(await plain(`http://re.example:${site.port}/p`, rebinding.pass, rebinding)).toContain('/p');
    expect(await plain(`http://re.example:${secret.port}/p`, rebinding.pass, rebinding)).toContain('403');
    expect(asked).toBe(4);
  });
});

describe('the token', () => {
  it.each([
    ['none', ''],
    ['a wrong password', `Proxy-Authorization: Basic ${Buffer.from('x:y').toString('base64')}\r\n`],
    ['another scheme', 'Proxy-Authorization: Bearer abc\r\n'],
    ['nonsense', 'Proxy-Authorization: ???\r\n'],
  ])('is asked for: %s', async (_, header) => {
    const before = site.connections();
    for (const line of [`GET http://shop.example:${site.port}/`, `CONNECT shop.example:${site.port}`]) {
      expect(await talk(portOf(proxy), `${line} HTTP/1.1\r\nHost: x\r\n${header}\r\n`)).toMatch(/^HTTP\/1\.1 40[07]/);
    }
    expect(site.connections()).toBe(before);
  });

  it('is worth nothing after its pass is closed, and the right name needs the right password', async () => {
    const pass = proxy.openPass();
    const other = proxy.openPass();
    expect(await plain(`http://shop.example:${site.port}/`, pass)).toContain('200');
    const swapped = { ...pass, password: other.password };
    expect(await plain(`http://shop.example:${site.port}/`, swapped)).toContain('407');
    pass.close();
    expect(await plain(`http://shop.example:${site.port}/`, pass)).toContain('407');
  });
});

describe('the exception', () => {
  it('lets the sample pages through, for reading, on plain http', async () => {
    const samples = `http://127.0.0.1:${site.port}/samples/`;
    expect(await plain(`${samples}shop`)).toContain('GET x.example /samples/shop');
    const before = site.requests.length;
    expect(await plain(`${samples}shop`, proxy.pass, proxy, 'POST')).toContain('403');
    expect(await plain(`${samples}../admin`)).toContain('403');
    expect(await plain(`${samples}..%2fadmin`)).toContain('403');
    expect(await plain(`http://127.0.0.1:${site.port}/`)).toContain('403');
    expect(await tunnel(`127.0.0.1:${site.port}`)).toContain('403');
    expect(site.requests.length).toBe(before);
  });
});

describe('a pass', () => {
  it('knows its own refusals, failures and bytes', async () => {
    const gone = await serveTcp(() => {});
    await gone.close();
    const own = await start({ ports: [site.port, gone.port] });
    const pass = own.openPass();
    const other = own.openPass();
    await plain(`http://private.example:${site.port}/`, pass, own);
    const failed = await plain(`http://gone.example:${gone.port}/`, pass, own);
    await tunnel(`gone.example:${gone.port}`, pass, own);
    expect(own.gateMark(headersOf(failed))).toBe('unreachable');
    expect(pass.refusalOf(`http://private.example:${site.port}/path`)).toMatchObject({ rule: 'address' });
    expect(pass.refusalOf(`http://gone.example:${gone.port}/`)).toBeNull();
    expect(pass.failureOf(`https://gone.example:${gone.port}/`)).toMatchObject({ code: 'ECONNREFUSED' });
    expect(pass.failureOf('nonsense')).toBeNull();
    expect(pass.failures.length).toBe(2);
    expect(pass.bytes().down).toBeGreaterThan(100);
    expect([other.refusals.length, other.failures.length, other.bytes().down]).toEqual([0, 0, 0]);
  });

  it('is not fooled by a site that writes the mark', async () => {
    const liar = await serveHttp((_, response) => response.writeHead(403, { 'x-monitors-gate': 'abc address' }).end());
    const own = await start({ ports: [liar.port] });
    const answer = await plain(`http://liar.example:${liar.port}/`, own.pass, own);
    expect(headersOf(answer)['x-monitors-gate']).toBe('abc address');
    expect(own.gateMark(headersOf(answer))).toBeNull();
    await liar.close();
  });

  it('is cut when it has had its bytes', async () => {
    const flood = await serveTcp((socket) => {
      const timer = setInterval(() => socket.write(Buffer.alloc(200_000)), 5);
      socket.on('close', () => clearInterval(timer));
    });
    const own = await start({ ports: [flood.port, site.port] });
    const pass = own.openPass({ maxBytes: 1_000_000 });
    const heard = await talk(portOf(own), `CONNECT f.example:${flood.port} HTTP/1.1\r\n${token(pass)}\r\n`, 2_000);
    expect(heard.length).toBeGreaterThan(900_000);
    expect(heard.length).toBeLessThan(20_000_000);
    expect(pass.isOverCap()).toBe(true);
    const after = await plain(`http://shop.example:${site.port}/`, pass, own);
    expect(own.gateMark(headersOf(after))).toBe('size');
    expect(await plain(`http://shop.example:${site.port}/`, own.pass, own)).toContain('200');
    await flood.close();
  });

  it('ends its connections when it is closed, on both sides', async () => {
    let targetClosed = false;
    const quiet = await serveTcp((socket) => socket.on('close', () => (targetClosed = true)));
    const own = await start({ ports: [quiet.port] });
    const pass = own.openPass();
    const done = talk(portOf(own), `CONNECT q.example:${quiet.port} HTTP/1.1\r\n${token(pass)}\r\n`, 5_000);
    await expect.poll(() => quiet.connections()).toBe(1);
    pass.close();
    expect(await done).toContain('Established');
    await expect.poll(() => targetClosed).toBe(true);
    await quiet.close();
  });
});
