import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Finds out whether the port can be had, before anything is started.
 * @returns the port, a free one for 0.
 * @throws Error with a sentence for the person when it is taken.
 */
export async function checkPort(port: number, host: string | undefined): Promise<number> {
  const probe = createServer();
  try {
    await listen(probe, port, host);
    return (probe.address() as AddressInfo).port;
  } finally {
    await new Promise((resolve) => probe.close(resolve));
  }
}

/** Listens, or fails with a sentence for the person. */
export function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port)));
    server.listen({ port, host }, resolve);
  });
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(
      `Port ${port} is taken by another program. End that, or choose another: PORT=${port + 1} npm start`,
    );
  }
  if (error.code === 'EACCES') {
    return new Error(`Port ${port} is not open to ordinary programs. Choose one above 1023: PORT=3000 npm start`);
  }
  return error;
}
