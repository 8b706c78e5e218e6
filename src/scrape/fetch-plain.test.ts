import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import zlib from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, serveHttp, serveHttps, serveTcp } from '@/test/loopback';
import { SELF_SIGNED } from '@/test/self-signed';
import { type FetchPlainOptions, fetchPlain, type PlainResult } from './fetch-plain';
import { createHostManners } from './host-manners';
import { openPlainNetwork, type PlainNetwork } from './plain-network';
import { createProxyPool } from './proxy-pool';

const PUBLIC = '93.184.216.34';
const resolver = async (name: string) => {
  if (name === 'private.example') return ['127.0.0.1'];
  if (name === 'unknown.example') throw new Error('ENOTFOUND');
  return [PUBLIC];
};

const routes = new Map<string, RequestListener>();
let site: Loopback;
let network: PlainNetwork;

beforeAll(async () => {
  site = await serveHttp((request, response) => {
    const route = routes.get(new URL(request.url ?? '/', 'http://x').pathname);
    if (route) route(request, response);
    else response.writeHead(404).end('nothing here');
  });
  network = openPlainNetwork({ resolver, ports: [site.port], testOnlyConnectTo: { [PUBLIC]: '127.0.0.1' } });
});
afterAll(async () => {
  await network.close();
  await site.close();
});
afterEach(() => routes.clear());

const at = (path: string, host = 'shop.example') => `http://${host}:${site.port}${path}`;
const noWait = { sleep: async () => {}, random: () => 0 };
const get = (path: string, options: FetchPlainOptions = {}) =>
  fetchPlain(at(path), { network, deadlineMs: 2_000, retry: { ...noWait, ...options.retry }, ...options });
const textOf = (result: PlainResult) => (result.ok ? Buffer.from(result.body).toString() : JSON.stringify(result));
const failureOf = (result: PlainResult) => (result.ok ? null : result.failure);

describe('an answer', () => {
  it('comes with status, lower-case headers, body and final address', async () => {
    routes.set('/page', (_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'X-A': ['1', '2'] }).end('<p>hello</p>');
    });
    const result = await get('/page?x=1#part');
    expect(result).toMatchObject({ ok: true, status: 200, redirects: [], finalUrl: at('/page?x=1#part') });
    expect(result.ok && result.headers).toMatchObject({ 'content-type': 'text/html', 'x-a': '1, 2' });
    expect(textOf(result)).toBe('<p>hello</p>');
  });

  it('is a result whatever the status, and is not asked for again when that is final', async () => {
    const before = site.requests.length;
    expect(await get('/nowhere')).toMatchObject({ ok: true, status: 404 });
    expect(site.requests.length - before).toBe(1);
  });

  it('meets the same browser every time, in the language of the source', async () => {
    const seen: Array<Record<string, unknown>> = [];
    routes.set('/who', (request, response) => {
      seen.push({ ...request.headers });
      response.end();
    });
    const sourceLocale = { locale: 'de-DE', timeZone: 'Europe/Berlin' };
    await get('/who', { sourceLocale });
    await get('/who', { sourceLocale, headers: { 'if-none-match': '"x"' } });
    expect(seen[0]).toMatchObject({ 'accept-language': 'de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7' });
    expect(seen[0]?.['user-agent']).toBe(seen[1]?.['user-agent']);
    expect(seen[1]?.['if-none-match']).toBe('"x"');
  });

  it.each([
    ['gzip', zlib.gzipSync],
    ['x-gzip', zlib.gzipSync],
    ['deflate', zlib.deflateSync],
    ['deflate', zlib.deflateRawSync],
    ['br', zlib.brotliCompressSync],
    ['zstd', zlib.zstdCompressSync],
    ['identity', (bytes: Buffer) => bytes],
    ['GZIP, br', (bytes: Buffer) => zlib.brotliCompressSync(zlib.gzipSync(bytes))],
  ])('is decompressed: %s', async (encoding, compress) => {
    const body = Buffer.from('ä €'.repeat(50_000));
    routes.set('/packed', (_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(compress(body)),
    );
    expect(textOf(await get('/packed'))).toBe(body.toString());
  });

  it('may be empty and compressed', async () => {
    routes.set('/none', (_, response) => response.writeHead(200, { 'content-encoding': 'deflate' }).end());
    expect(await get('/none')).toMatchObject({ ok: true, body: Buffer.alloc(0) });
  });

  it('tells what Retry-After asks for', async () => {
    routes.set('/later', (_, response) => response.writeHead(503, { 'retry-after': '120' }).end());
    expect(await get('/later')).toMatchObject({ ok: true, status: 503, retryAfterMs: 120_000 });
  });

  it('can be of a POST, sent once, without following where it points', async () => {
    const bodies: string[] = [];
    routes.set('/hook', (request, response) => {
      request.on('data', (chunk) => bodies.push(String(chunk)));
      request.on('end', () => response.writeHead(307, { location: '/elsewhere' }).end());
    });
    const result = await get('/hook', {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
    });
    expect(result).toMatchObject({ ok: true, status: 307 });
    expect(bodies).toEqual(['{"a":1}']);
  });
});

describe('redirects', () => {
  const redirect = (path: string, location: string, status = 302) =>
    routes.set(path, (_, response) => response.writeHead(status, { location }).end('moved'));

  it.each([301, 302, 303, 307, 308])('are followed: %i', async (status) => {
    redirect('/a', 'b?x=ü'.replace('ü', Buffer.from('ü').toString('latin1')), status);
    routes.set('/b', (request, response) => response.end(request.url));
    expect(await get('/a')).toMatchObject({ ok: true, finalUrl: at('/b?x=%C3%BC'), redirects: [at('/a')] });
  });

  it('keep cookies for the host that set them, within one fetch', async () => {
    routes.set('/door', (request, response) => {
      if (request.headers.cookie === 'seen=1; b=2') response.end('inside');
      else response.writeHead(302, { location: '/door', 'set-cookie': ['seen=1; Path=/; HttpOnly', 'b=2'] }).end();
    });
    expect(textOf(await get('/door'))).toBe('inside');
    routes.set('/out', (_, response) =>
      response.writeHead(302, { location: at('/cookies', 'other.example'), 'set-cookie': 'secret=1' }).end(),
    );
    routes.set('/cookies', (request, response) => response.end(String(request.headers.cookie)));
    expect(textOf(await get('/out'))).toBe('undefined');
  });

  it('end after ten', async () => {
    routes.set('/count', (request, response) => {
      const n = Number(new URL(request.url ?? '', 'http://x').searchParams.get('n'));
      response.writeHead(302, { location: `/count?n=${n + 1}` }).end();
    });
    expect(failureOf(await get('/count?n=0'))).toMatchObject({ outcome: 'unavailable', detail: 'redirects' });
  });

  it.each([
    'http://127.0.0.1:PORT/private',
    '//127.0.0.1:PORT/private',
    'http://127.1:PORT/private',
    'http://0x7f000001:PORT/private',
    'http://[::ffff:127.0.0.1]:PORT/private',
    'http://localhost:PORT/private',
    'http://private.example:PORT/private',
    'http://shop.example:PORT@127.0.0.1:PORT/private',
    '\\\\127.0.0.1:PORT\\private',
    '/\\127.0.0.1:PORT/private',
    'http:/\\127.0.0.1:PORT/private',
    'file:///etc/passwd',
    'data:text/plain,x',
    'javascript:1',
    'http://shop.example:22/',
  ])('never lead to %s', async (location) => {
    const target = await serveHttp((_, response) => response.end('secret'));
    redirect('/go', location.replaceAll('PORT', String(target.port)));
    redirect('/first', '/go');
    const own = { resolver, ports: [site.port, target.port], testOnlyConnectTo: { [PUBLIC]: '127.0.0.1' } };
    const result = await fetchPlain(at('/first'), { ...own, retry: noWait });
    expect(failureOf(result)).toMatchObject({ outcome: 'url_refused', retryable: false });
    expect(target.connections()).toBe(0);
    await target.close();
  });

  it('that lead nowhere are a failure, and without Location an answer', async () => {
    redirect('/bad', 'http//:::');
    routes.set('/none', (_, response) => response.writeHead(302).end('stay'));
    redirect('/worse', '//');
    expect(textOf(await get('/none'))).toBe('stay');
    expect(failureOf(await get('/worse'))?.outcome).toBe('url_refused');
  });

  it('with an endless body are left at once', async () => {
    routes.set('/endless', (_, response) => {
      response.writeHead(302, { location: '/end' });
      const timer = setInterval(() => response.write('x'.repeat(10_000)), 5);
      response.on('close', () => clearInterval(timer));
    });
    routes.set('/end', (_, response) => response.end('end'));
    expect(textOf(await get('/endless'))).toBe('end');
  });
});

describe('the address', () => {
  it('of a name is resolved once for a connection: rebinding finds nobody at home', async () => {
    const secret = await serveHttp((_, response) => response.end('secret'), '127.0.0.2');
    routes.set('/page', (_, response) => response.end('public'));
    let asked = 0;
    const rebinding = async () => {
      asked += 1;
      return asked === 1 ? [PUBLIC] : ['127.0.0.2'];
    };
    const options = {
      resolver: rebinding,
      ports: [site.port, secret.port],
      testOnlyConnectTo: { [PUBLIC]: '127.0.0.1' },
    };
    expect(textOf(await fetchPlain(at('/page'), options))).toBe('public');
    expect(asked).toBe(1);
    const again = await fetchPlain(`http://shop.example:${secret.port}/`, options);
    expect(failureOf(again)?.outcome).toBe('url_refused');
    expect(secret.connections()).toBe(0);
    await secret.close();
  });

  it('is refused in words', async () => {
    expect(failureOf(await fetchPlain(at('/', 'private.example'), { network }))).toMatchObject({
      outcome: 'url_refused',
    });
    expect(failureOf(await fetchPlain('http://10.0.0.1/', { resolver }))).toMatchObject({
      outcome: 'url_refused',
      message: expect.stringContaining('private network'),
    });
    expect(failureOf(await fetchPlain('nonsense', { network }))).toMatchObject({ outcome: 'url_refused' });
  });

  it('that does not exist says to check the spelling', async () => {
    const failure = failureOf(await fetchPlain(at('/', 'unknown.example'), { network }));
    expect(failure).toMatchObject({ outcome: 'unavailable', message: expect.stringContaining('spelling') });
  });

  it('under an exception is reached, and nothing beside it', async () => {
    const options = { resolver, exceptions: [`http://127.0.0.1:${site.port}/samples/`], retry: noWait };
    routes.set('/samples/shop', (_, response) => response.end('sample'));
    routes.set('/samples/out', (_, response) => response.writeHead(302, { location: '/admin' }).end());
    const before = site.requests.length;
    expect(textOf(await fetchPlain(`http://127.0.0.1:${site.port}/samples/shop`, options))).toBe('sample');
    expect(failureOf(await fetchPlain(`http://127.0.0.1:${site.port}/samples/out`, options))?.outcome).toBe(
      'url_refused',
    );
    expect(site.requests.slice(before)).toEqual(['/samples/shop', '/samples/out']);
  });

  it('needs a network or a resolver', async () => {
    await expect(fetchPlain(at('/'))).rejects.toThrow(TypeError);
  });
});

describe('hostile answers', () => {
  it('cut bombs of every compression while they unfold', async () => {
    const zeros = Buffer.alloc(60_000_000);
    const bombs = {
      gzip: zlib.gzipSync(zeros),
      br: zlib.brotliCompressSync(zeros, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 3 } }),
      zstd: zlib.zstdCompressSync(zeros),
      deflate: zlib.deflateSync(zeros),
    };
    for (const [encoding, bomb] of Object.entries(bombs)) {
      routes.set('/bomb', (_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bomb));
      const start = process.memoryUsage().arrayBuffers;
      expect(failureOf(await get('/bomb', { maxBytes: 1_000_000 })), encoding).toMatchObject({
        outcome: 'unavailable',
        retryable: false,
        message: expect.stringContaining('larger than 1 MB'),
      });
      expect(process.memoryUsage().arrayBuffers - start).toBeLessThan(30_000_000);
    }
  });

  it('cut a body of 200 MB soon after the cap', async () => {
    let sent = 0;
    routes.set('/huge', (_, response) => {
      const chunk = randomBytes(100_000);
      const more = () => {
        while (sent < 200_000_000 && !response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
        response.end();
      };
      response.writeHead(200, { 'content-length': '200000000' });
      more();
    });
    expect(failureOf(await get('/huge', { maxBytes: 2_000_000 }))?.message).toContain('larger than 2 MB');
    expect(sent).toBeLessThan(30_000_000);
  });

  it('end a slow-loris at the deadline, in the head and in the body', async () => {
    routes.set('/drip', (_, response) => {
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    });
    const silent = await serveTcp((socket) => {
      const timer = setInterval(() => socket.write('H'), 20);
      socket.on('close', () => clearInterval(timer));
    });
    const mute = await serveTcp(() => {});
    const own = {
      resolver,
      ports: [silent.port, mute.port],
      testOnlyConnectTo: { [PUBLIC]: '127.0.0.1' },
      deadlineMs: 300,
    };
    const start = performance.now();
    const results = await Promise.all([
      get('/drip', { deadlineMs: 300 }),
      fetchPlain(`http://shop.example:${silent.port}/`, { ...own, retry: { retries: 0 } }),
      fetchPlain(`http://shop.example:${mute.port}/`, own),
      fetchPlain(`https://shop.example:${mute.port}/`, own),
    ]);
    expect(performance.now() - start).toBeLessThan(4_000);
    for (const result of results) expect(failureOf(result)?.outcome).toBe('unavailable');
    expect(failureOf(results[0])?.message).toContain('longer than');
    await silent.close();
    await mute.close();
  });

  it('name a cut body, a broken compression and an unknown one', async () => {
    routes.set('/cut', (_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('half');
      setTimeout(() => response.destroy(), 10);
    });
    routes.set('/cutzip', (_, response) => {
      const packed = zlib.gzipSync(randomBytes(5_000));
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.subarray(0, 2_000));
    });
    routes.set('/nozip', (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain text'));
    routes.set('/lzma', (_, response) => response.writeHead(200, { 'content-encoding': 'lzma' }).end('?'));
    routes.set('/layers', (_, response) => response.writeHead(200, { 'content-encoding': 'gzip,gzip,gzip' }).end('?'));
    const none = { retry: { retries: 0 } };
    expect(failureOf(await get('/cut', none))).toMatchObject({
      message: expect.stringContaining('broke off'),
      retryable: true,
    });
    expect(failureOf(await get('/cutzip', none))).toMatchObject({ message: expect.stringContaining('arrived broken') });
    expect(failureOf(await get('/nozip', none))).toMatchObject({ message: expect.stringContaining('arrived broken') });
    expect(failureOf(await get('/lzma', none))).toMatchObject({ message: expect.stringContaining('compression') });
    expect(failureOf(await get('/layers', none))).toMatchObject({ message: expect.stringContaining('compression') });
  });

  it('bear huge heads, heads without end and what is no HTTP', async () => {
    const garbage = await serveTcp((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'));
    const heads = await serveTcp((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => socket.write(`X-${'a'.repeat(5_000)}: ${'b'.repeat(5_000)}\r\n`), 1);
      socket.on('close', () => clearInterval(timer));
    });
    const own = {
      resolver,
      ports: [garbage.port, heads.port],
      testOnlyConnectTo: { [PUBLIC]: '127.0.0.1' },
      retry: noWait,
    };
    for (const port of [garbage.port, heads.port]) {
      expect(failureOf(await fetchPlain(`http://shop.example:${port}/`, own))).toMatchObject({
        outcome: 'unavailable',
        message: expect.stringContaining('not a web page'),
      });
    }
    await garbage.close();
    await heads.close();
  });

  it('tell refused connections and bad certificates apart', async () => {
    const gone = await serveTcp(() => {});
    await gone.close();
    const secure = await serveHttps((_, response) => response.end('hi'), SELF_SIGNED.key, SELF_SIGNED.cert);
    const own = {
      resolver,
      ports: [gone.port, secure.port, site.port],
      testOnlyConnectTo: { [PUBLIC]: '127.0.0.1' },
      retry: noWait,
    };
    expect(failureOf(await fetchPlain(`http://shop.example:${gone.port}/`, own))?.message).toContain(
      'refused the connection',
    );
    const untrusted = failureOf(await fetchPlain(`https://shop.example:${secure.port}/`, own));
    expect(untrusted).toMatchObject({
      outcome: 'unavailable',
      retryable: false,
      message: expect.stringContaining('certificate'),
    });
    const trusting = { ...own, testOnlyCa: SELF_SIGNED.cert };
    expect(textOf(await fetchPlain(`https://shop.example:${secure.port}/`, trusting))).toBe('hi');
    const otherName = failureOf(await fetchPlain(`https://other.example:${secure.port}/`, trusting));
    expect(otherName?.message).toContain('certificate');
    expect(failureOf(await fetchPlain(`https://shop.example:${site.port}/`, own))?.message).toContain('encryption');
    await secure.close();
  });
});

describe('trying again', () => {
  it('where it may pass, with waits that grow', async () => {
    let calls = 0;
    routes.set('/flaky', (_, response) => {
      calls += 1;
      if (calls === 1) response.destroy();
      else if (calls === 2) response.writeHead(503).end();
      else response.end('at last');
    });
    const waits: number[] = [];
    const sleep = async (ms: number) => void waits.push(ms);
    expect(textOf(await get('/flaky', { retry: { sleep, random: () => 0.5 } }))).toBe('at last');
    expect(waits).toEqual([300, 600]);
  });

  it('not before the site allows, and not when that is too late', async () => {
    const waits: number[] = [];
    const sleep = async (ms: number) => void waits.push(ms);
    routes.set('/soon', (_, response) => response.writeHead(429, { 'retry-after': '1' }).end());
    routes.set('/late', (_, response) => response.writeHead(429, { 'retry-after': '60' }).end());
    expect(await get('/soon', { retry: { sleep } })).toMatchObject({ status: 429 });
    expect(waits).toEqual([1_000, 1_000]);
    expect(await get('/late', { retry: { sleep } })).toMatchObject({ status: 429, retryAfterMs: 60_000 });
    expect(waits.length).toBe(2);
  });

  it('stops when nobody wants it any more', async () => {
    const control = new AbortController();
    routes.set('/never', () => control.abort());
    expect(failureOf(await get('/never', { signal: control.signal }))?.message).toContain('cancelled');
  });
});

describe('manners and proxies', () => {
  it('leave a host alone that asked for it', async () => {
    const manners = createHostManners({ pauseMs: 0 });
    routes.set('/busy', (_, response) => response.writeHead(429, { 'retry-after': '30' }).end());
    expect(await get('/busy', { manners, retry: { retries: 0 } })).toMatchObject({ status: 429 });
    const before = site.requests.length;
    expect(failureOf(await get('/other', { manners }))).toMatchObject({ outcome: 'blocked', retryable: true });
    expect(site.requests.length).toBe(before);
  });

  it('go through the operator’s proxy to the checked address, and to another proxy when one fails', async () => {
    const asked: string[] = [];
    const upstream = await serveTcp((socket) => {
      socket.once('data', (chunk) => {
        asked.push(chunk.toString('latin1').split('\r\n\r\n')[0] ?? '');
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 11\r\n\r\nvia a proxy'));
      });
    });
    const dead = await serveTcp((socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'));
    const proxies = createProxyPool([
      new URL(`http://u:p%40@127.0.0.1:${upstream.port}`),
      new URL(`http://127.0.0.1:${dead.port}`),
    ]);
    const own = { resolver, retry: { ...noWait, retries: 1 } };
    for (let n = 0; n < 8; n += 1) {
      expect(textOf(await fetchPlain(`http://shop${n}.example/`, { ...own, proxies }))).toBe('via a proxy');
    }
    expect(asked[0]).toContain(`CONNECT ${PUBLIC}:80 HTTP/1.1`);
    expect(asked[0]).toContain(`Proxy-Authorization: Basic ${Buffer.from('u:p@').toString('base64')}`);
    expect(dead.connections()).toBeLessThan(3);
    expect(failureOf(await fetchPlain('http://private.example/', { ...own, proxies }))?.outcome).toBe('url_refused');
    await upstream.close();
    await dead.close();
  });
});
