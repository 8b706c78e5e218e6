import { spawn } from 'node:child_process';

/**
 * `npm run verify`: what to run before a commit, two at a time, the longest first. Tells how long each took and, of
 * those that failed, all that they said; ends with 1 where one did.
 */
const STEPS = ['test:unit', 'knip', 'arch', 'typecheck', 'lint', 'tree'];
const AT_ONCE = 2;

const waiting = [...STEPS];
const failed: string[] = [];
await Promise.all(Array.from({ length: AT_ONCE }, work));
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
process.exit(failed.length > 0 ? 1 : 0);

async function work(): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const startedAt = performance.now();
    const { code, said } = await run(step);
    console.log(`${step.padEnd(10)} ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`);
    if (code === 0) continue;
    failed.push(step);
    console.error(said);
  }
}

function run(step: string): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', step], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => said.push(piece));
    child.on('close', (code) => resolve({ code, said: Buffer.concat(said).toString('utf8') }));
  });
}
