// npm run drill:parts: two web processes and two workers on one PostgreSQL; everything happens once.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { settle } from './drills/audit';
import { type Ground, openGround } from './drills/ground';
import { auditFigures, auditWitnesses, watchOver } from './drills/once';
import { arrive, type Crowd, follow, type Person, press, type Watched } from './drills/people';
import { runDrills, say } from './drills/program';
import { closeConnections } from './soak/caller';

const USAGE = `npm run drill:parts -- [--short]
Starts the built app (builds it where needed) as two of npm run web and two of npm run worker on a PostgreSQL of its
own. 25 people with ten monitors each press Check now twice, on both web processes in the same moment: 500 checks. Each
must be evaluated once, alerted of once and counted once, by whichever process; each five minutes have one row of
figures. Ends with 1 where one is not so. --short: 6 people, 60 checks.`;

const { values: options } = parseArgs({
  options: { short: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
if (options.help) {
  say(USAGE);
  process.exit(0);
}
const PEOPLE = options.short ? 6 : 25;
const ROUNDS = options.short ? 1 : 2;
/** At once; the others wait for them, as people come one after the other. */
const GROUP = 6;
const MONITORS = 10;
const CHECKS = PEOPLE * MONITORS * ROUNDS;
/** Longer than a double click takes on a slow machine, shorter than a round. */
const AGAIN_MS = 30_000;

await runDrills(async (undo) => {
  undo.push(closeConnections);
  const given = { REFRESH_RATE_LIMIT: String(60_000 / AGAIN_MS), DAILY_REFRESH_LIMIT: '50' };
  const ground = await openGround({ webs: 2, workers: 2, given }, undo, say);
  await watchOver(ground.db);
  const crowd = await arriveOnPages(ground);
  const begin = new Date();
  const faults: string[] = [];
  for (ground.shop.round = 0; ground.shop.round < ROUNDS; ground.shop.round += 1) {
    // Whoever was first may check again.
    if (ground.shop.round > 0) await sleep(AGAIN_MS);
    faults.push(...(await checkInGroups(crowd)));
    say(`${(ground.shop.round + 1) * PEOPLE * MONITORS} checks …`);
  }
  const result = await settle(`${CHECKS} checks, two webs, two workers`, ground, crowd, {});
  const asked = crowd.ledger.evaluations.size;
  if (asked !== CHECKS) faults.push(`${asked} checks were accepted, not ${CHECKS}`);
  faults.push(...(await auditWitnesses(ground)), ...(await auditFigures(ground, crowd, begin)));
  result.faults.push(...faults);
  return [result];
});

/**
 * The first has a page for each monitor; the others of a group are all on one page, whose looks are shared by up to ten
 * checks: what is counted here are checks, and browsers are slow. Prices change sides in the second round.
 */
async function arriveOnPages(ground: Ground): Promise<Crowd> {
  const crowd = await arrive(ground, { people: 1, monitors: MONITORS, from: 500 });
  for (let one = 1; one < PEOPLE; one += 1) {
    const size = { people: 1, monitors: MONITORS, from: 3 * Math.floor(one / GROUP), together: true };
    crowd.people.push(...(await arrive(ground, size, crowd.ledger)).people);
  }
  return crowd;
}

async function checkInGroups(crowd: Crowd): Promise<string[]> {
  const faults: string[] = [];
  for (let from = 0; from < PEOPLE; from += GROUP) {
    const group = crowd.people.slice(from, from + GROUP);
    faults.push(...(await Promise.all(group.map((person, at) => checkTwice(crowd, person, at % 2)))).flat());
  }
  return faults;
}

/** All monitors of a person at once, each by a double click that both web processes get. */
async function checkTwice(crowd: Crowd, person: Person, at: number): Promise<string[]> {
  return (await Promise.all(person.monitors.map((monitor) => doubleClick(crowd, person, monitor, at)))).flat();
}

async function doubleClick({ ledger }: Crowd, person: Person, monitor: Watched, at: number): Promise<string[]> {
  const pressed = await Promise.all([press(person, monitor, ledger, 0), press(person, monitor, ledger, 1)]);
  const ids = new Set(pressed.flatMap((one) => ('evaluationId' in one ? [one.evaluationId] : [])));
  const refused = pressed.flatMap((one) =>
    'refused' in one && one.refused !== 'refresh_too_soon' ? [one.refused] : [],
  );
  // How they ended is judged with the books.
  await Promise.all([...ids].map((id) => follow(person, id, ledger, at)));
  return [
    ...(ids.size === 1 ? [] : [`a double click began ${ids.size} checks`]),
    ...refused.map((reason) => `a double click was refused: ${reason}`),
  ];
}
