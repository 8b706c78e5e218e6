import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { getCloneableBody } from 'next/dist/server/body-streams';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { behindEntrance } from '@/trpc/rest/behind-entrance';
import { BoundedMessage } from './bounded-message';

const guard = { admit: async () => undefined };
const answer = behindEntrance(
  async (request) => Response.json({ size: (await request.text()).length }),
  () => guard,
);

/** How many bytes of the present body have come out of the request. */
let delivered = 0;
let server: Server;

beforeAll(async () => {
  server = createServer({ IncomingMessage: BoundedMessage }, async (request, response) => {
    response.once('finish', () => request.linger());
    request.on('data', (chunk: Buffer) => {
      delivered += chunk.length;
    });
    const { method = 'GET', url } = request;
    // As Next does before a handler sees a request.
    const held = getCloneableBody(request, 2_000_000);
    held.cloneBodyStream().resume();
    await held.finalize();
    const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const body = method === 'GET' ? null : (Readable.toWeb(request) as ReadableStream<Uint8Array>);
    const init = { method, headers, body, duplex: 'half' };
    const answered = await answer(new Request(`http://localhost${url}`, init));
    response.writeHead(answered.status, { 'content-type': 'application/json' });
    response.end(await answered.text());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  delivered = 0;
});

/** Sends a head and then what `send` sends; all that comes back until the line is closed or the answer is there. */
async function talk(headers: string[], send: (socket: Socket) => void, path = '/api/x'): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const closed = new Promise((resolve) => socket.once('close', resolve));
  let heard = '';
  socket.on('data', (data) => {
    heard += data.toString();
    if (/\r\n\r\n.*\}/s.test(heard)) socket.destroy();
  });
  socket.on('error', () => undefined);
  socket.write(`${[`POST ${path} HTTP/1.1`, 'Host: localhost', ...headers].join('\r\n')}\r\n\r\n`);
  send(socket);
  await closed;
  return heard;
}

const JSON_TYPE = 'Content-Type: application/json';
const chunked = (size: number) => `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n`;

describe('a body on the wire', () => {
  it('is taken to the last byte of the limit, and not one more', async () => {
    const of = (size: number) =>
      talk([JSON_TYPE, `Content-Length: ${size}`], (socket) => void socket.write(`"${'x'.repeat(size - 2)}"`));
    expect(await of(65_536)).toContain('{"size":65536}');
    expect(await of(65_537)).toMatch(/^HTTP\/1.1 413 /);
  });

  it('is refused as soon as it is too much, although it never ends', async () => {
    const heard = await talk([JSON_TYPE, 'Transfer-Encoding: chunked'], (socket) => {
      for (let part = 0; part < 20; part += 1) socket.write(chunked(16_000));
    });
    expect(heard).toMatch(/^HTTP\/1.1 413 /);
    expect(heard).toContain('"reason":"payload_too_large"');
    expect(heard).toContain('A request can have at most 64 KB. Send less at once.');
    expect(delivered).toBeLessThanOrEqual(65_537);
  });

  it('is refused by its own word as soon as too much has come', async () => {
    const send = (socket: Socket) => void socket.write(Buffer.alloc(70_000, '['));
    const heard = await talk([JSON_TYPE, 'Content-Length: 10000000'], send);
    expect(heard).toMatch(/^HTTP\/1.1 413 /);
    expect(delivered).toBeLessThanOrEqual(65_537);
  });

  it('is cut off when it goes on after the refusal', async () => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', () => undefined).resume();
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write(`POST /api/x HTTP/1.1\r\nHost: localhost\r\n${JSON_TYPE}\r\nContent-Length: 100000000000\r\n\r\n`);
    const part = Buffer.alloc(200_000, 'x');
    const goOn = () => void socket.write(part);
    socket.on('drain', () => setTimeout(goOn, 5));
    goOn();
    await closed;
    expect(delivered).toBeLessThanOrEqual(65_537);
  });

  it('may be larger where others send events', async () => {
    const send = (socket: Socket) => void socket.write(`"${'x'.repeat(299_998)}"`);
    const heard = await talk([JSON_TYPE, 'Content-Length: 300000'], send, '/api/webhooks/sendgrid');
    expect(heard).toContain('{"size":300000}');
  });
});
