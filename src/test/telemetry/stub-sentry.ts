import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Sentry's endpoint for envelopes on loopback. */
export interface StubSentry {
  dsn: string;
  /** What came, as it came. */
  text: string[];
  events: Record<string, unknown>[];
  /** What it says to the next ones. */
  status: number;
  close(): Promise<void>;
}

/** An envelope is lines of JSON: a head, then of each item its head and itself. */
function eventsOf(envelope: string): Record<string, unknown>[] {
  const lines = envelope.split('\n').filter((line) => line !== '');
  return lines.flatMap((line, at) => {
    const before = at % 2 === 0 && at > 0 ? (JSON.parse(lines[at - 1] ?? '{}') as { type?: string }) : {};
    return before.type === 'event' ? [JSON.parse(line) as Record<string, unknown>] : [];
  });
}

export async function startStubSentry(): Promise<StubSentry> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    stub.text.push(`${request.url} ${JSON.stringify(request.headers)} ${text}`);
    if (request.method === 'POST' && request.url?.startsWith('/7/api/42/envelope/'))
      stub.events.push(...eventsOf(text));
    response.writeHead(stub.status, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stub: StubSentry = {
    dsn: `http://0123456789abcdef@127.0.0.1:${port}/7/42`,
    text: [],
    events: [],
    status: 200,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return stub;
}
