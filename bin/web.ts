// npm run web: the pages alone, beside others of their kind and beside npm run worker, on one PostgreSQL.
import { existsSync } from 'node:fs';
import { answer } from './start/answer';
import { checkPort } from './start/port';
import { type Program, runProgram } from './start/program';
import { waitForSchema } from './start/schema';
import { apartSettings, setEnvironment } from './start/settings';

const say = (text: string) => console.log(text);

async function start(program: Program): Promise<void> {
  const env = apartSettings('npm run web');
  if (!existsSync('.next/BUILD_ID')) throw new Error('The pages are not built. Run: npm run build');
  const hosts = env.HOST ? [env.HOST] : [];
  const port = await checkPort(env.PORT, hosts[0]);
  setEnvironment({ PORT: String(port), MONITORS_PART: 'web' });
  await waitForSchema(env, { say, interrupted: program.interrupted });
  await answer(program, { dev: false, port, hosts });
  say(`Pages of ${env.APP_URL} are answered on port ${port}; npm run worker carries out evaluations.`);
}

runProgram(start);
