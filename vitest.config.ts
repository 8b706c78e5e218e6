import { defineConfig } from 'vitest/config';

const shared = { resolve: { tsconfigPaths: true } } as const;
/** It imports next/server without an extension, which only a bundler resolves. */
const server = { deps: { inline: ['next-auth'] } };

export default defineConfig({
  test: {
    coverage: {
      provider: 'v8',
      include: ['src/{domain,flows,ai,scrape}/**/*.ts'],
      exclude: ['**/*.test.ts'],
      thresholds: { lines: 90 },
    },
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          testTimeout: 20_000,
          server,
          environment: 'node',
          include: ['{src,bin}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.{db,browser}.test.ts'],
        },
      },
      {
        ...shared,
        test: {
          name: 'db',
          server,
          environment: 'node',
          include: ['{src,bin}/**/*.db.test.ts'],
          globalSetup: ['src/test/database-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['{src,bin}/**/*.browser.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
