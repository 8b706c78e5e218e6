/** The site that the benchmark reads, in a process of its own, so that its work counts for nobody. Sends its origin. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pageAt } from './pages';

const server = createServer((request, response) => {
  const body = pageAt(request.url ?? '/');
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
});
server.listen(0, '127.0.0.1', () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.on('disconnect', () => process.exit(0));
