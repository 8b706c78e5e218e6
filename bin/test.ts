import { spawnSync } from 'node:child_process';

/**
 * `npm test`: unit, system, database and browser tests, then the journeys. With arguments (`npm test -- scrape`) only
 * the tests whose path contains them.
 */
const filters = process.argv.slice(2);

function run(command: string, args: string[]): void {
  const { status } = spawnSync(`node_modules/.bin/${command}`, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

run('vitest', ['run', ...filters]);
if (filters.length === 0) run('playwright', ['test']);
