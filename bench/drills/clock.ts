import { setTimeout as sleep } from 'node:timers/promises';
import { type Result, settle } from './audit';
import type { Ground } from './ground';
import { arrive, type Crowd, check, follow, type Person, press, type Watched } from './people';
import { DAILY_LIMIT } from './settings';
import { ifInTime } from './slowness';

const DAY_MS = 24 * 60 * 60_000;
/** A check of a monitor is allowed again after it. */
const AGAIN_MS = 2_500;
/** What the clock has left behind must be over by then: an email that failed waits half a minute. */
const SOON_MS = 90_000;
/** A price that changes sides with each round (shop.ts); even, so that it begins below the limit. */
const PRODUCT = 600;

/**
 * The clock of all processes of the app is set forward by a day, and back by two; that of the database stays. Limits of
 * a day count by it, sessions hold, and what was under way or waited is over soon.
 */
export async function holdClock(ground: Ground): Promise<Result[]> {
  const faults: string[] = [];
  const isSo = (what: string, found: unknown, wanted: unknown) => {
    if (String(found) !== String(wanted)) faults.push(`${what}: ${found}, not ${wanted}`);
  };
  const one = { people: 1, monitors: 1 };
  const many = await arrive(ground, { people: 1, monitors: DAILY_LIMIT / 2, from: PRODUCT, together: true });
  const [surprised, doomed] = [
    await arrive(ground, { ...one, from: 611 }),
    await arrive(ground, { ...one, from: 613 }),
  ];
  const spent = 'daily_refreshes_spent';

  isSo('checks of the first day', await wave(many), values(DAILY_LIMIT / 2));
  isSo('the rest of them', await wave(many), values(DAILY_LIMIT / 2));
  isSo('one more', await first(many), spent);
  const left = await begin(ground, surprised);
  await setClocks(ground, DAY_MS);
  // A round of the worker: who takes the lease for over ends the check, else it goes on.
  await sleep(7_000);
  left.release();
  const end = await left.end();
  if (end !== 'value' && end !== 'internal') faults.push(`what was under way ended as ${end}`);

  ground.shop.round = 1;
  isSo('checks of the next day', await wave(many), values(DAILY_LIMIT / 2));
  const unwilling = ground.mail.stub.answer;
  ground.mail.stub.answer = () => ({ status: 503 });
  ground.shop.round = 2;
  isSo('the rest of them', await wave(many), values(DAILY_LIMIT / 2));
  isSo('one more', await first(many), spent);
  const later = await arrive(ground, { ...one, from: 615 });
  const lost = await begin(ground, doomed);
  await sleep(2_000);
  await Promise.all(ground.workers.splice(0).map((worker) => worker.kill()));
  ground.mail.stub.answer = unwilling;
  await setClocks(ground, 0);
  await ground.startWorker();
  const back = performance.now();
  isSo('what its worker left', await lost.end(), 'internal');
  lost.release();
  isSo('one more of the first day', await first(many), spent);
  isSo('who came a day later', await wave(later), 'value');

  await setClocks(ground, -DAY_MS);
  isSo('checks of the day before', await wave(many), values(DAILY_LIMIT / 2));
  await setClocks(ground, 0);
  const results = await Promise.all([
    // Below at first, and again in the third round.
    settle('clock: limits of a day', ground, many, { alerts: DAILY_LIMIT }),
    settle('clock: under way, set forward', ground, surprised, { internal: 1 }),
    settle('clock: worker killed, set back', ground, doomed, { internal: 1 }),
    settle('clock: signed in a day ahead', ground, later, {}),
  ]);
  const tookMs = performance.now() - back;
  if (tookMs > SOON_MS) faults.push(`it took ${Math.round(tookMs / 1_000)} s until all was over`);
  results[0]?.faults.push(...ifInTime(faults));
  return results;
}

const values = (count: number) => Array.from({ length: count }, () => 'value');

async function setClocks({ webs, workers }: Ground, aheadMs: number): Promise<void> {
  await Promise.all([...webs, ...workers].map((part) => part.setClock(aheadMs)));
}

/** Everybody checks all of theirs, as soon as that is allowed again. */
async function wave({ people, ledger }: Crowd): Promise<string[]> {
  await sleep(AGAIN_MS);
  return Promise.all(people.flatMap((person) => person.monitors.map((monitor) => check(person, monitor, ledger))));
}

/** One more check of the first monitor. */
async function first(crowd: Crowd): Promise<string> {
  await sleep(AGAIN_MS);
  const { person, monitor } = firstOf(crowd);
  return check(person, monitor, crowd.ledger);
}

/** A check whose site has been asked and says nothing until `release`. */
async function begin(ground: Ground, crowd: Crowd) {
  const { person, monitor } = firstOf(crowd);
  const held = ground.shop.hold(monitor.product);
  const pressed = await press(person, monitor, crowd.ledger);
  if ('refused' in pressed) throw new Error(`A first check was refused: ${pressed.refused}`);
  await held.asked;
  const end = () => follow(person, pressed.evaluationId, crowd.ledger);
  return { release: held.release, end };
}

function firstOf({ people }: Crowd): { person: Person; monitor: Watched } {
  const person = people[0];
  const monitor = person?.monitors[0];
  if (!person || !monitor) throw new Error('Nobody is there');
  return { person, monitor };
}
