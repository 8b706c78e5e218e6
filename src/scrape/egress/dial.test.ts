import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { serveTcp } from '@/test/loopback';
import { dial } from './dial';

const PUBLIC = '93.184.216.34';
const V6 = '2606:4700::1111';

/** Answers each message with the next one, and keeps what it was told. */
async function scripted(answers: Array<string | number[]>) {
  const told: string[] = [];
  const server = await serveTcp((socket) => {
    const script = [...answers];
    socket.on('data', (chunk) => {
      told.push(chunk.toString('hex'));
      const answer = script.shift();
      if (answer !== undefined) socket.write(typeof answer === 'string' ? answer : Uint8Array.from(answer));
      else socket.end();
    });
  });
  return { ...server, told };
}

const socks = (port: number, user = '') => new URL(`socks5://${user}127.0.0.1:${port}`);
const codeOf = (promise: Promise<Socket>) =>
  promise.then(
    (socket) => {
      socket.destroy();
      return 'connected';
    },
    (error: { code?: string; name: string }) => error.code ?? error.name,
  );

describe('dial', () => {
  it('takes the next address when one does not answer, and only addresses', async () => {
    const server = await serveTcp(() => {});
    const there = { testOnlyConnectTo: { [PUBLIC]: '127.0.0.1', '1.1.1.1': '127.0.0.9' } };
    const socket = await dial(['1.1.1.1', PUBLIC], server.port, there);
    expect(socket.remoteAddress).toBe('127.0.0.1');
    socket.destroy();
    expect(await codeOf(dial([], server.port))).toBe('ENOTFOUND');
    expect(await codeOf(dial(['localhost'], server.port))).toBe('EINVAL');
    expect(await codeOf(dial(['1.1.1.1'], server.port, there))).toBe('ECONNREFUSED');
    const abort = AbortSignal.abort();
    expect(await codeOf(dial([PUBLIC], server.port, { ...there, signal: abort }))).not.toBe('connected');
    await server.close();
  });
});

describe('a SOCKS proxy', () => {
  it('is told the address, of either kind, and hands the stream over', async () => {
    for (const [address, hex] of [
      [PUBLIC, '050100015db8d82201bb'],
      [V6, '050100042606470000000000000000000000111101bb'],
    ] as const) {
      const proxy = await scripted([[5, 0], [5, 0, 0, 1, 1, 2, 3, 4, 0, 80, 104, 105], 'more']);
      const socket = await dial([address], 443, { upstream: socks(proxy.port) });
      let heard = '';
      socket.on('data', (chunk) => {
        heard += chunk;
      });
      await expect.poll(() => heard).toBe('hi');
      socket.write('x');
      await expect.poll(() => heard).toBe('himore');
      expect(proxy.told.slice(0, 2)).toEqual(['050100', hex]);
      socket.destroy();
      await proxy.close();
    }
  });

  it('is given name and password when it wants them', async () => {
    const proxy = await scripted([
      [5, 2],
      [1, 0],
      [5, 0, 0, 3, 2, 97, 98, 0, 80],
    ]);
    const socket = await dial([PUBLIC], 80, { upstream: socks(proxy.port, 'me:p%40%ss@') });
    expect(proxy.told.slice(0, 2)).toEqual(['05020002', `01026d6507${Buffer.from('p%40%ss').toString('hex')}`]);
    socket.destroy();
    await proxy.close();
  });

  it.each([
    ['wants a password that is not set', [[5, 2]], ''],
    ['accepts no method', [[5, 255]], 'u:p@'],
    [
      'refuses the password',
      [
        [5, 2],
        [1, 1],
      ],
      'u:p@',
    ],
    [
      'refuses the address',
      [
        [5, 0],
        [5, 2, 0, 1, 0, 0, 0, 0, 0, 0],
      ],
      '',
    ],
    ['says nothing of use', ['HTTP/1.1 400 Bad Request\r\n\r\n'], ''],
    ['closes', [], ''],
  ])('that %s is a failure of the proxy', async (_, answers, user) => {
    const proxy = await scripted(answers);
    expect(await codeOf(dial([PUBLIC, V6], 80, { upstream: socks(proxy.port, user) }))).toBe('EUPSTREAM');
    expect(proxy.connections()).toBe(1);
    await proxy.close();
  });
});

describe('an http proxy', () => {
  it('is told an IPv6 address in brackets, and may say its first words early', async () => {
    const proxy = await scripted(['HTTP/1.0 200 OK\r\nX: y\r\n\r\nearly']);
    const socket = await dial([V6], 443, { upstream: new URL(`http://127.0.0.1:${proxy.port}`) });
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk;
    });
    await expect.poll(() => heard).toBe('early');
    expect(Buffer.from(proxy.told[0] ?? '', 'hex').toString()).toBe(
      `CONNECT [${V6}]:443 HTTP/1.1\r\nHost: [${V6}]:443\r\n\r\n`,
    );
    socket.destroy();
    await proxy.close();
  });

  it('may not talk without end', async () => {
    const proxy = await scripted(['HTTP/1.1 200 OK\r\n'.padEnd(40_000, 'x')]);
    expect(await codeOf(dial([PUBLIC], 443, { upstream: new URL(`http://127.0.0.1:${proxy.port}`) }))).toBe(
      'EUPSTREAM',
    );
    await proxy.close();
  });

  it('is let go when nobody waits any more', async () => {
    const proxy = await scripted(['HTTP/1.1 ']);
    const control = new AbortController();
    setTimeout(() => control.abort(), 30);
    const upstream = new URL(`http://127.0.0.1:${proxy.port}`);
    expect(await codeOf(dial([PUBLIC], 443, { upstream, signal: control.signal }))).not.toBe('connected');
    await proxy.close();
  });
});
