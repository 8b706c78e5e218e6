import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What PgBouncer lets a client ask for as it connects; all else it refuses by name. */
const ALLOWED = ['user', 'database', 'application_name', 'client_encoding', 'datestyle', 'timezone'];

export interface StrictPooler {
  connectionString: string;
  /** The parameters that were refused. */
  refused: string[];
  close(): Promise<void>;
}

/** A way to a real server that is as strict about how a connection opens as PgBouncer is. */
export async function openStrictPooler(server: string): Promise<StrictPooler> {
  const target = new URL(server);
  const refused: string[] = [];
  const listener = createServer((client) => {
    client.on('error', () => undefined);
    client.once('data', (first) => {
      const [parameter] = parametersOf(first).filter((name) => !ALLOWED.includes(name.toLowerCase()));
      if (parameter === undefined) return pass(client, first, target);
      refused.push(parameter);
      client.end(refusal(`unsupported startup parameter: ${parameter}`));
    });
  });
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  const connectionString = new URL(server);
  connectionString.port = String((listener.address() as AddressInfo).port);
  return {
    connectionString: connectionString.href,
    refused,
    close: () => new Promise((done) => listener.close(() => done())),
  };
}

/** The names in a startup message: length, version, then names and values that end with a zero byte each. */
function parametersOf(message: Buffer): string[] {
  const texts = message.subarray(8, message.readInt32BE(0)).toString().split('\0');
  return texts.filter((text, at) => at % 2 === 0 && text !== '');
}

function pass(client: Socket, first: Buffer, target: URL): void {
  const upstream = connect(Number(target.port), target.hostname);
  upstream.on('error', () => client.destroy());
  client.on('close', () => upstream.destroy());
  upstream.write(first);
  client.pipe(upstream).pipe(client);
}

function refusal(message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C08P01\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
