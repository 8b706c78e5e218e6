import { setTimeout as sleep } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import { until } from '../soak/services';
import { type Result, settle } from './audit';
import type { Ground } from './ground';
import { arrive, type Crowd, follow, type Person, press, type Watched } from './people';
import type { HeldPage } from './shop';
import { type Lock, lock, workerWaits } from './waiting';

/** One check, on its way to a point at which its worker stands still. */
interface Staged {
  point: string;
  /** What must come of it: a check that was broken off, or one that counts with its email. */
  ends: 'internal' | 'value';
  crowd: Crowd;
  evaluationId: string;
  /** Resolves when it is there. In a moment: a statement that waits is broken off after half a minute. */
  reach(): Promise<void>;
  /** When that worker is dead. */
  letGo(): Promise<void>;
}

type Stage = (ground: Ground, product: number) => Promise<Staged>;

/** The site has been asked and says nothing. */
const beforeLoad: Stage = async (ground, product) => {
  const { held, ...asked } = await pressHeld(ground, product);
  const letGo = async () => held.release();
  return { ...asked, point: 'before load', ends: 'internal', reach: async () => undefined, letGo };
};

/** The page is here; that it is read now cannot be written, since its evaluation is locked. */
const afterLoad: Stage = (ground, product) =>
  stopAtLock(ground, product, {
    point: 'after load',
    taken: ({ evaluationId }) => sql`SELECT FROM evaluations WHERE id = ${evaluationId} FOR UPDATE`,
    waits: 'update "evaluations" set .*"phase" = ',
  });

/** Evaluation, fact and monitor are written; the alert's notification, which is last, waits for its person. */
const beforeCommit: Stage = (ground, product) =>
  stopAtLock(ground, product, {
    point: 'before commit',
    taken: ({ crowd }) => sql`SELECT FROM users WHERE id = ${onlyPerson(crowd).userId} FOR UPDATE`,
    waits: 'users|email',
  });

/** `waits`: the statement in which the worker waits for what is `taken`. */
async function stopAtLock(
  ground: Ground,
  product: number,
  at: { point: string; taken: (asked: Pressed) => RawBuilder<unknown>; waits: string },
): Promise<Staged> {
  const { held, ...asked } = await pressHeld(ground, product);
  let row: Lock | null = null;
  const reach = async () => {
    row = await lock(ground, (trx) => at.taken(asked).execute(trx));
    held.release();
    await workerWaits(ground, at.waits);
  };
  return { ...asked, point: at.point, ends: 'internal', reach, letGo: async () => row?.letGo() };
}

/** All is written; nobody may look whether emails are accepted, which comes before one is taken. */
const afterCommit: Stage = async (ground, product) => {
  const table = await lock(ground, (trx) => sql`LOCK TABLE service_faults IN ACCESS EXCLUSIVE MODE`.execute(trx));
  const asked = await pressUntilRead(ground, product);
  return { ...asked, point: 'after commit', ends: 'value', reach: async () => undefined, letGo: table.letGo };
};

/** SendGrid has accepted the email, and its answer is on its way for ever. */
const afterSend: Stage = async (ground, product) => {
  const { mail } = ground;
  const before = mail.stub.answer;
  const taken = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  mail.stub.answer = () => {
    taken.resolve();
    return { status: 202, until: over.promise };
  };
  const tell = mail.stub.accept;
  const accepted: string[] = [];
  // It tells of it when the worker is dead: before, that would be news to nobody.
  mail.stub.accept = (id) => void accepted.push(id);
  const asked = await pressUntilRead(ground, product);
  await taken.promise;
  mail.stub.answer = before;
  mail.stub.accept = tell;
  const letGo = async () => {
    over.resolve();
    for (const id of accepted) tell(id);
  };
  return { ...asked, point: 'after send', ends: 'value', reach: async () => undefined, letGo };
};

/** In an order in which none stands in the way of the next. */
const STAGES: Stage[] = [afterSend, afterCommit, beforeLoad, afterLoad, beforeCommit];

/**
 * A worker is killed at five points of a check, which it has all reached: of a check each, and all at once, since a
 * worker has several under way. Another one then takes over.
 */
export async function holdWorker(ground: Ground, isShort: boolean): Promise<Result[]> {
  const results: Result[] = [];
  for (let round = 0; round < (isShort ? 1 : 3); round += 1) {
    // Two places for checks a worker, and three checks that stand still.
    if (ground.workers.length < 2) await ground.startWorker();
    const staged: Staged[] = [];
    for (const [at, stage] of STAGES.entries()) staged.push(await stage(ground, 300 + 2 * (round * 10 + at)));
    for (const { reach } of staged) await reach();
    await Promise.all(ground.workers.splice(0).map((worker) => worker.kill()));
    for (const { letGo } of staged) await letGo();
    await ground.startWorker();
    for (const one of staged) results.push(await judge(ground, one, isShort ? '' : ` (${round + 1})`));
  }
  return results;
}

async function judge(ground: Ground, staged: Staged, round: string): Promise<Result> {
  const { crowd, evaluationId, ends, point } = staged;
  const person = onlyPerson(crowd);
  const outcome = await follow(person, evaluationId, crowd.ledger);
  await until(async () => (await live(ground, person)) === 0);
  const result = await settle(`worker killed ${point}${round}`, ground, crowd, { internal: 1 });
  if (outcome !== ends) result.faults.push(`it ended as ${outcome}, not as ${ends}`);
  return result;
}

async function live({ db }: Ground, { userId }: Person): Promise<number> {
  const rows = await db
    .selectFrom('evaluations')
    .select('id')
    .where('userId', '=', userId)
    .where('phase', '<>', 'done')
    .execute();
  return rows.length;
}

/** A person of its own with one monitor, whose price is below its limit. */
async function pressOne(ground: Ground, product: number): Promise<Pressed> {
  const crowd = await arrive(ground, { people: 1, monitors: 1, from: product });
  const person = onlyPerson(crowd);
  const pressed = await press(person, onlyMonitor(person), crowd.ledger);
  if ('refused' in pressed) throw new Error(`The first check of a monitor was refused: ${pressed.refused}`);
  return { crowd, evaluationId: pressed.evaluationId };
}

/** The same, and it has ended with a value; what is broken off on a slow machine is asked for again. */
async function pressUntilRead(ground: Ground, product: number): Promise<Pressed> {
  const { crowd, evaluationId: first } = await pressOne(ground, product);
  const person = onlyPerson(crowd);
  for (let evaluationId = first; ; ) {
    if ((await follow(person, evaluationId, crowd.ledger)) === 'value') return { crowd, evaluationId };
    await sleep(3_000);
    const again = await press(person, onlyMonitor(person), crowd.ledger);
    if ('evaluationId' in again) evaluationId = again.evaluationId;
    else throw new Error(`Another check was refused: ${again.refused}`);
  }
}

/** As `pressOne`, and its page has been asked for and does not answer. */
async function pressHeld(ground: Ground, product: number): Promise<Pressed & { held: HeldPage }> {
  const held = ground.shop.hold(product);
  const asked = await pressOne(ground, product);
  await held.asked;
  return { ...asked, held };
}

type Pressed = Pick<Staged, 'crowd' | 'evaluationId'>;

function onlyMonitor({ monitors }: Person): Watched {
  const [monitor] = monitors;
  if (monitor === undefined) throw new Error('Nothing is watched');
  return monitor;
}

function onlyPerson({ people }: Crowd): Person {
  const [person] = people;
  if (person === undefined) throw new Error('Nobody is there');
  return person;
}
