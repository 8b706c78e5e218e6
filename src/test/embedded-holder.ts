// A process that holds an embedded server, for tests that kill it: `embedded-holder.ts <folder>`; says its address.
import { openEmbeddedPostgres } from '@/db/embedded/embedded-postgres';

const server = await openEmbeddedPostgres({ dataDir: process.argv[2] ?? '', durable: false });
process.stdout.write(`${server.connectionString}\n`);
setInterval(() => undefined, 1_000);
