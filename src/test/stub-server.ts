import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

interface StubRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: unknown;
}

export interface StubAnswer {
  status?: number;
  json?: unknown;
  /** Instead of JSON. */
  text?: string;
  headers?: Record<string, string>;
  /** Never answer: the caller's time-out has to end it. */
  hang?: boolean;
  /** Instead of all of these: an answer to what is asked. */
  to?: (body: unknown) => StubAnswer;
}

export interface StubServer {
  url: string;
  requests: StubRequest[];
  /** What the next requests get, in order; the last one stays. */
  answers: StubAnswer[];
  close(): Promise<void>;
}

/** An HTTP server on loopback that stands in for an outside API: the code under test speaks to it with the real SDK. */
export async function startStubServer(): Promise<StubServer> {
  const requests: StubRequest[] = [];
  const answers: StubAnswer[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const body: unknown = text ? JSON.parse(text) : null;
    requests.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body });
    const next = answers.length > 1 ? answers.shift() : answers[0];
    const answer = next?.to ? next.to(body) : next;
    if (answer?.hang) return;
    response.writeHead(answer?.status ?? 200, { 'content-type': 'application/json', ...answer?.headers });
    response.end(answer?.text ?? JSON.stringify(answer?.json ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    answers,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
