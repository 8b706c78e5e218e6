import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { serveHttp } from '@/test/loopback';
import { failureOf, noWait, PUBLIC, resolver, textOf, usePlainSite } from '@/test/plain-site';
import { fetchPlain } from './fetch-plain';

const home = usePlainSite();
const { at, get } = home;

describe('an answer', () => {
  it('comes with status, lower-case headers, body and final address', async () => {
    home.routes.set('/page', (_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'X-A': ['1', '2'] }).end('<p>hello</p>');
    });
    const result = await get('/page?x=1#part');
    expect(result).toMatchObject({ ok: true, status: 200, redirects: [], finalUrl: at('/page?x=1#part') });
    expect(result.ok && result.headers).toMatchObject({ 'content-type': 'text/html', 'x-a': '1, 2' });
    expect(textOf(result)).toBe('<p>hello</p>');
  });

  it('is a result whatever the status, and is not asked for again when that is final', async () => {
    const before = home.site.requests.length;
    expect(await get('/nowhere')).toMatchObject({ ok: true, status: 404 });
    expect(home.site.requests.length - before).toBe(1);
  });

  it('meets the same browser every time, in the language of the source', async () => {
    const seen: Array<Record<string, unknown>> = [];
    home.routes.set('/who', (request, response) => {
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
    home.routes.set('/packed', (_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(compress(body)),
    );
    expect(textOf(await get('/packed'))).toBe(body.toString());
  });

  it('may be empty and compressed', async () => {
    home.routes.set('/none', (_, response) => response.writeHead(200, { 'content-encoding': 'deflate' }).end());
    expect(await get('/none')).toMatchObject({ ok: true, body: Buffer.alloc(0) });
  });

  it('tells what Retry-After asks for', async () => {
    home.routes.set('/later', (_, response) => response.writeHead(503, { 'retry-after': '120' }).end());
    expect(await get('/later')).toMatchObject({ ok: true, status: 503, retryAfterMs: 120_000 });
  });

  it('can be of a POST, sent once, without following where it points', async () => {
    const bodies: string[] = [];
    home.routes.set('/hook', (request, response) => {
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
    home.routes.set(path, (_, response) => response.writeHead(status, { location }).end('moved'));

  it.each([301, 302, 303, 307, 308])('are followed: %i', async (status) => {
    redirect('/a', 'b?x=ü'.replace('ü', Buffer.from('ü').toString('latin1')), status);
    home.routes.set('/b', (request, response) => response.end(request.url));
    expect(await get('/a')).toMatchObject({ ok: true, finalUrl: at('/b?x=%C3%BC'), redirects: [at('/a')] });
  });

  it('keep cookies for the host that set them, within one fetch', async () => {
    home.routes.set('/door', (request, response) => {
      if (request.headers.cookie === 'seen=1; b=2') response.end('inside');
      else response.writeHead(302, { location: '/door', 'set-cookie': ['seen=1; Path=/; HttpOnly', 'b=2'] }).end();
    });
    expect(textOf(await get('/door'))).toBe('inside');
    home.routes.set('/out', (_, response) =>
      response.writeHead(302, { location: at('/cookies', 'other.example'), 'set-cookie': 'secret=1' }).end(),
    );
    home.routes.set('/cookies', (request, response) => response.end(String(request.headers.cookie)));
    expect(textOf(await get('/out'))).toBe('undefined');
  });

  it('end after ten', async () => {
    home.routes.set('/count', (request, response) => {
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
    const own = { resolver, ports: [home.site.port, target.port], testOnlyConnectTo: { [PUBLIC]: '127.0.0.1' } };
    const result = await fetchPlain(at('/first'), { ...own, retry: noWait });
    expect(failureOf(result)).toMatchObject({ outcome: 'url_refused', retryable: false });
    expect(target.connections()).toBe(0);
    await target.close();
  });

  it('that lead nowhere are a failure, and without Location an answer', async () => {
    redirect('/bad', 'http//:::');
    home.routes.set('/none', (_, response) => response.writeHead(302).end('stay'));
    redirect('/worse', '//');
    expect(textOf(await get('/none'))).toBe('stay');
    expect(failureOf(await get('/worse'))?.outcome).toBe('url_refused');
  });

  it('with an endless body are left at once', async () => {
    home.routes.set('/endless', (_, response) => {
      response.writeHead(302, { location: '/end' });
      const timer = setInterval(() => response.write('x'.repeat(10_000)), 5);
      response.on('close', () => clearInterval(timer));
    });
    home.routes.set('/end', (_, response) => response.end('end'));
    expect(textOf(await get('/endless'))).toBe('end');
  });
});

describe('the address', () => {
  it('of a name is resolved once for a connection: rebinding finds nobody at home', async () => {
    const secret = await serveHttp((_, response) => response.end('secret'), '127.0.0.2');
    home.routes.set('/page', (_, response) => response.end('public'));
    let asked = 0;
    const rebinding = async () => {
      asked += 1;
      return asked === 1 ? [PUBLIC] : ['127.0.0.2'];
    };
    const options = {
      resolver: rebinding,
      ports: [home.site.port, secret.port],
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
    expect(failureOf(await fetchPlain(at('/', 'private.example'), { network: home.network }))).toMatchObject({
      outcome: 'url_refused',
    });
    expect(failureOf(await fetchPlain('http://10.0.0.1/', { resolver }))).toMatchObject({
      outcome: 'url_refused',
      message: expect.stringContaining('private network'),
    });
    expect(failureOf(await fetchPlain('nonsense', { network: home.network }))).toMatchObject({
      outcome: 'url_refused',
    });
  });

  it('that does not exist says to check the spelling', async () => {
    const failure = failureOf(await fetchPlain(at('/', 'unknown.example'), { network: home.network }));
    expect(failure).toMatchObject({ outcome: 'unavailable', message: expect.stringContaining('spelling') });
  });

  it('under an exception is reached, and nothing beside it', async () => {
    const options = { resolver, exceptions: [`http://127.0.0.1:${home.site.port}/samples/`], retry: noWait };
    home.routes.set('/samples/shop', (_, response) => response.end('sample'));
    home.routes.set('/samples/out', (_, response) => response.writeHead(302, { location: '/admin' }).end());
    const before = home.site.requests.length;
    expect(textOf(await fetchPlain(`http://127.0.0.1:${home.site.port}/samples/shop`, options))).toBe('sample');
    expect(failureOf(await fetchPlain(`http://127.0.0.1:${home.site.port}/samples/out`, options))?.outcome).toBe(
      'url_refused',
    );
    expect(home.site.requests.slice(before)).toEqual(['/samples/shop', '/samples/out']);
  });

  it('needs a network or a resolver', async () => {
    await expect(fetchPlain(at('/'))).rejects.toThrow(TypeError);
  });
});
