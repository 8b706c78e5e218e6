import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { claudeAnswer, readAnswer } from '@/test/model-answers';

/** Anthropic: says which of two prices is meant. It can go, and comes back on the port that it had. */
export interface Model {
  url: string;
  /** How often it was asked. */
  asked: number;
  leave(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

/** The price that stands second on the page (shop.ts). */
const SECOND = /\$350\.00[^$]*(\$(?:280|320)\.00)/;

export async function openModel(): Promise<Model> {
  let server = await listen(0);
  const port = (server.address() as AddressInfo).port;
  const model: Model = {
    url: `http://127.0.0.1:${port}`,
    asked: 0,
    leave: () => close(server),
    comeBack: async () => {
      server = await listen(port);
    },
    close: () => close(server),
  };
  return model;

  async function listen(at: number): Promise<Server> {
    const made = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      model.asked += 1;
      const quote = SECOND.exec(Buffer.concat(chunks).toString('utf8'))?.[1] ?? null;
      const read = quote
        ? readAnswer({ quote, value_text: quote })
        : readAnswer({ found: 'missing', reason: 'There is no second price' });
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(claudeAnswer(read).json));
    });
    made.listen(at, '127.0.0.1');
    await once(made, 'listening');
    return made;
  }
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
