import { randomBytes } from 'node:crypto';
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SELF_SIGNED, serveHttps, serveTcp } from '@/test/loopback';
import { failureOf, noWait, PUBLIC, resolver, textOf, usePlainSite } from '@/test/plain-site';
import { createProxyPool } from '../egress/proxy-pool';
import { fetchPlain } from './fetch-plain';
import { createPoliteness } from './politeness';

const home = usePlainSite();
const { get } = home;

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
      home.routes.set('/bomb', (_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bomb));
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
    home.routes.set('/huge', (_, response) => {
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
    home.routes.set('/drip', (_, response) => {
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
    home.routes.set('/cut', (_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('half');
      setTimeout(() => response.destroy(), 10);
    });
    home.routes.set('/cutzip', (_, response) => {
      const packed = zlib.gzipSync(randomBytes(5_000));
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.subarray(0, 2_000));
    });
    home.routes.set('/nozip', (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain text'),
    );
    home.routes.set('/lzma', (_, response) => response.writeHead(200, { 'content-encoding': 'lzma' }).end('?'));
    home.routes.set('/layers', (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip,gzip,gzip' }).end('?'),
    );
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
      ports: [gone.port, secure.port, home.site.port],
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
    expect(failureOf(await fetchPlain(`https://shop.example:${home.site.port}/`, own))?.message).toContain(
      'encryption',
    );
    await secure.close();
  });
});

describe('trying again', () => {
  it('where it may pass, with waits that grow', async () => {
    let calls = 0;
    home.routes.set('/flaky', (_, response) => {
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
    home.routes.set('/soon', (_, response) => response.writeHead(429, { 'retry-after': '1' }).end());
    home.routes.set('/late', (_, response) => response.writeHead(429, { 'retry-after': '60' }).end());
    expect(await get('/soon', { retry: { sleep } })).toMatchObject({ status: 429 });
    expect(waits).toEqual([1_000, 1_000]);
    expect(await get('/late', { retry: { sleep } })).toMatchObject({ status: 429, retryAfterMs: 60_000 });
    expect(waits.length).toBe(2);
  });

  it('stops when nobody wants it any more', async () => {
    const control = new AbortController();
    home.routes.set('/never', () => control.abort());
    expect(failureOf(await get('/never', { signal: control.signal }))?.message).toContain('cancelled');
  });
});

describe('politeness and proxies', () => {
  it('leave a host alone that asked for it', async () => {
    const politeness = createPoliteness({ pauseMs: 0 });
    home.routes.set('/busy', (_, response) => response.writeHead(429, { 'retry-after': '30' }).end());
    expect(await get('/busy', { politeness, retry: { retries: 0 } })).toMatchObject({ status: 429 });
    const before = home.site.requests.length;
    expect(failureOf(await get('/other', { politeness }))).toMatchObject({ outcome: 'blocked', retryable: true });
    expect(home.site.requests.length).toBe(before);
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
