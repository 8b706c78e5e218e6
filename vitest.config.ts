import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What values are trusted for: each of these rooms holds 90 % of its lines by itself. */
const ROOMS = ['domain', 'flows', 'ai', 'scrape', 'page', 'rank', 'interpret'];

const shared = { resolve: { tsconfigPaths: true } } as const;
/** It imports next/server without an extension, which only a bundler resolves. */
const server = { deps: { inline: ['next-auth'] } };

export default defineConfig({
  test: {
    // Most of these wait for a database or a page: on two cores, Vitest's own choice would be one worker.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    coverage: {
      provider: 'v8',
      include: ROOMS.map((room) => `src/${room}/**/*.ts`),
      exclude: [
        '**/*.test.ts',
        // Sent as text into the page and run there by Chromium, where V8's coverage of this process cannot see it; its
        // tests are the browser tests beside it.
        'src/scrape/browser/in-page/*.ts',
      ],
      thresholds: Object.fromEntries(ROOMS.map((room) => [`src/${room}/**`, { lines: 90 }])),
    },
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          setupFiles: ['src/test/patience.ts'],
          testTimeout: 20_000,
          environment: 'node',
          include: ['{src,bin,eval,bench}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.{system,db,browser}.test.ts'],
          // What they test keeps nothing for the next file: modules are loaded once a worker, not once a file.
          isolate: false,
          unstubEnvs: true,
        },
      },
      {
        ...shared,
        test: {
          name: 'system',
          testTimeout: 20_000,
          server,
          environment: 'node',
          globalSetup: ['src/test/thread-bundle.ts'],
          include: ['{src,bin,eval,bench}/**/*.system.test.ts'],
        },
      },
      {
        ...shared,
        test: {
          name: 'db',
          env: { AUTH_SECRET: process.env.AUTH_SECRET ?? randomBytes(32).toString('base64url') },
          server,
          environment: 'node',
          include: ['{src,bin,eval}/**/*.db.test.ts'],
          globalSetup: ['src/test/database-server.ts', 'src/test/thread-bundle.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'browser',
          env: { AUTH_SECRET: process.env.AUTH_SECRET ?? randomBytes(32).toString('base64url') },
          environment: 'node',
          globalSetup: ['src/test/thread-bundle.ts'],
          include: ['{src,bin,eval}/**/*.browser.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // After the others, which leave the processor no rest; beside each other they mostly wait.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
