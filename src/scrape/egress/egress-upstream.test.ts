import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersOf, type Loopback, plainThrough, serveHttp, serveTcp, tunnelThrough } from '@/test/loopback';
import { type EgressProxy, startEgressProxy } from './egress-proxy';

const PUBLIC = '93.184.216.34';
let site: Loopback;
let proxy: EgressProxy;

beforeAll(async () => {
  site = await serveHttp((request, response) =>
    response.end(`${request.method} ${request.headers.host} ${request.url}`),
  );
  proxy = await startEgressProxy({
    resolver: async (name) => (name === 'private.example' ? ['127.0.0.1'] : [PUBLIC]),
    ports: [site.port],
    testOnlyConnectTo: { [PUBLIC]: '127.0.0.1' },
    exceptions: [`http://127.0.0.1:${site.port}/samples/`],
  });
});
afterAll(async () => {
  await proxy.close();
  await site.close();
});

describe('an upstream proxy', () => {
  const asked: string[] = [];
  const upstreamServer = (answer = 'HTTP/1.1 200 OK\r\n\r\n') =>
    serveTcp((socket) => {
      socket.once('data', (chunk) => {
        asked.push(chunk.toString('latin1').split('\r\n')[0] ?? '');
        socket.write(answer);
        if (!answer.includes(' 200 ')) return void socket.end();
        const target = net.connect(site.port, '127.0.0.1');
        socket.pipe(target).pipe(socket);
        target.on('error', () => socket.destroy());
      });
    });

  it('is asked for the checked address, for tunnels and for plain requests', async () => {
    const upstream = await upstreamServer();
    const pass = proxy.openPass({ upstream: new URL(`http://127.0.0.1:${upstream.port}`) });
    expect(await tunnelThrough(proxy, pass, `shop.example:${site.port}`)).toContain('GET t /in');
    expect(await plainThrough(proxy, pass, `http://shop.example:${site.port}/up`)).toContain('/up');
    expect(asked).toEqual([`CONNECT ${PUBLIC}:${site.port} HTTP/1.1`, `CONNECT ${PUBLIC}:${site.port} HTTP/1.1`]);
    await upstream.close();
  });

  it('is not asked for what the gate refuses, nor for the sample pages', async () => {
    const upstream = await upstreamServer();
    const pass = proxy.openPass({ upstream: new URL(`http://127.0.0.1:${upstream.port}`) });
    expect(await tunnelThrough(proxy, pass, `private.example:${site.port}`)).toContain('403');
    expect(await plainThrough(proxy, pass, `http://10.0.0.1:${site.port}/`)).toContain('403');
    expect(await plainThrough(proxy, pass, `http://127.0.0.1:${site.port}/samples/a`)).toContain('/samples/a');
    expect(upstream.connections()).toBe(0);
    await upstream.close();
  });

  it.each([
    'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n',
    'HTTP/1.1 502 Bad Gateway\r\n\r\n',
    'garbage\r\n\r\n',
    '',
  ])('that answers %j is a failure of the proxy', async (answer) => {
    const upstream = await upstreamServer(answer || 'x');
    const pass = proxy.openPass({ upstream: new URL(`http://127.0.0.1:${upstream.port}`) });
    expect(proxy.gateMark(headersOf(await tunnelThrough(proxy, pass, `shop.example:${site.port}`)))).toBe(
      'unreachable',
    );
    expect(pass.failures[0]?.code).toBe('EUPSTREAM');
    await upstream.close();
  });
});
