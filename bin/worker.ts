// npm run worker: carries out evaluations, sends emails and keeps house, beside others of its kind, on one PostgreSQL.
import { existsSync } from 'node:fs';
import { threadFile } from '@/threads/thread-file';
import { type Program, runProgram } from './start/program';
import { waitForSchema } from './start/schema';
import { apartSettings, setEnvironment } from './start/settings';

const say = (text: string) => console.log(text);
/** Evaluations under way may end (src/flows/upkeep/work.ts); what ends the process from outside must wait as long. */
const STOP_WITHIN_MS = 45_000;

async function start({ undo, interrupted }: Program): Promise<void> {
  const env = apartSettings('npm run worker');
  setEnvironment({ MONITORS_PART: 'worker' });
  // Never made here: whoever runs a part may not be allowed to write beside its code.
  if (!existsSync(threadFile(process.cwd()))) throw new Error('The worker is not built. Run: npm run build');
  await waitForSchema(env, { say, interrupted });
  if (interrupted.aborted) return;
  // Only now: what is loaded reads the settings.
  const { flushTelemetry, startTelemetry } = await import('@/ops/telemetry/telemetry');
  await startTelemetry();
  undo.push(flushTelemetry);
  const { startWorkApart } = await import('@/flows/upkeep/work');
  undo.push(startWorkApart());
  say(`Working for ${env.APP_URL} (process ${process.pid}).`);
}

runProgram(start, STOP_WITHIN_MS);
