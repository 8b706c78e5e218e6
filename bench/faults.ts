// npm run drill:faults: what the app needs is taken away while people use it, and what is left is counted.
import { parseArgs } from 'node:util';
import { holdAnthropic } from './drills/anthropic';
import type { Result } from './drills/audit';
import { holdClock } from './drills/clock';
import { holdDisk } from './drills/disk';
import { type Ground, openGround } from './drills/ground';
import { arrive, checkAll } from './drills/people';
import { holdPostgres } from './drills/postgres';
import { runDrills, say } from './drills/program';
import { holdRedis } from './drills/redis';
import { holdSendGrid } from './drills/sendgrid';
import { holdWorker } from './drills/worker';
import { closeConnections } from './soak/caller';

/** A drill takes a ground that works, and leaves one that does. */
const DRILLS: Record<string, (ground: Ground, isShort: boolean) => Promise<Result[]>> = {
  redis: holdRedis,
  anthropic: holdAnthropic,
  sendgrid: holdSendGrid,
  worker: holdWorker,
  postgres: holdPostgres,
  disk: holdDisk,
  clock: holdClock,
};

const USAGE = `npm run drill:faults -- [--short] [--only ${Object.keys(DRILLS).join('|')}]
Starts the built app (builds it where needed) as npm run web and npm run worker on a PostgreSQL of its own, with pages,
a mail service and a model of this machine. Then takes away what it stands on while people check their monitors, and
holds what is in the database against what they were told: each evaluation ended once, each value is one fact, charges
are given back once where the fault was ours, each alert was accepted once. Ends with 1 where one is not so.`;

const { values: options } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  say(USAGE);
  process.exit(0);
}
const unknown = options.only.find((name) => !(name in DRILLS));
if (unknown !== undefined) throw new Error(`There is no drill "${unknown}".\n${USAGE}`);
const names = Object.keys(DRILLS).filter((name) => options.only.length === 0 || options.only.includes(name));

await runDrills(async (undo) => {
  undo.push(closeConnections);
  const ground = await openGround({ webs: 1, workers: 1 }, undo, say);
  // The first page takes a browser, which takes its time to start on a slow machine.
  await checkAll(await arrive(ground, { people: 1, monitors: 1, from: 899 }));
  const results: Result[] = [];
  for (const name of names) {
    const begin = performance.now();
    results.push(...(await hold(ground, name)));
    say(`${name}: ${((performance.now() - begin) / 1_000).toFixed(0)} s`);
  }
  return results;
});

/** One that breaks off is a fault of its own, and the others are held all the same. */
async function hold(ground: Ground, name: string): Promise<Result[]> {
  try {
    return (await DRILLS[name]?.(ground, options.short)) ?? [];
  } catch (error) {
    console.error(error);
    return [{ name, counts: ['it broke off'], faults: [`it broke off: ${error}`] }];
  }
}
