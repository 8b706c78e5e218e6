import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { hashPassword } from '@/auth/password';
import { insertMonitor, insertUser, interpretation } from '@/test/factories';
import { type Caller, createCaller } from '../soak/caller';
import { createLedger, type Ledger } from '../soak/ledger';
import { addressOf } from '../soak/site';
import type { Ground } from './ground';
import { nameOf } from './shop';

export interface Watched {
  id: string;
  product: number;
}

/** A person of one drill, who is signed in. */
export interface Person {
  userId: string;
  /** At each web process. */
  callers: Caller[];
  monitors: Watched[];
}

/** The people of one drill, and what they were told. */
export interface Crowd {
  people: Person[];
  ledger: Ledger;
}

const PASSWORD = 'Wupu-4821-dohe';
let passwordHash: Promise<string> | null = null;
let arrived = 0;

const SignedIn = z.object({ token: z.string() });

/**
 * So many people with so many monitors each, of products from `from` on, or all of that one where they are `together`;
 * they sign in where the pages are answered.
 */
export async function arrive(
  ground: Ground,
  size: { people: number; monitors: number; from?: number; together?: boolean },
  ledger = createLedger(),
): Promise<Crowd> {
  let product = size.from ?? 0;
  const people: Person[] = [];
  for (let one = 0; one < size.people; one += 1) {
    passwordHash ??= hashPassword(PASSWORD);
    const { id: userId, email } = await insertUser(ground.db, { passwordHash: await passwordHash });
    await ground.db.insertInto('emailPreferences').values({ userId, mode: 'at_once' }).execute();
    const monitors: Watched[] = [];
    for (let at = 0; at < size.monitors; at += 1, product += size.together ? 0 : 1)
      monitors.push({ id: await watch(ground, userId, product), product });
    people.push({ userId, callers: await signIn(ground, email, ledger), monitors });
  }
  return { people, ledger };
}

async function watch({ db }: Ground, userId: string, product: number): Promise<string> {
  const source = addressOf(product, `/shop/${product}`);
  const item = nameOf(product);
  const meant = interpretation({ item, fact: `price of the ${item} in USD`, sources: [source], suggestedName: item });
  const prompt = `Tell me when the ${item} costs less than $300 at ${source}`;
  return (await insertMonitor(db, { userId, prompt, interpretation: meant })).id;
}

/** One session, at all web processes. */
async function signIn({ origins }: Ground, email: string, ledger: Ledger): Promise<Caller[]> {
  arrived += 1;
  const address = `198.18.${Math.floor(arrived / 250)}.${(arrived % 250) + 1}`;
  const callers = origins.map((origin) => createCaller(origin, address, ledger));
  const body = { email, password: PASSWORD };
  const answer = await callers[0]?.send({ act: 'sign in', method: 'POST', path: '/api/auth/login', body });
  if (!answer?.ok) throw new Error(`Nobody could sign in: ${JSON.stringify(answer?.data)}`);
  const { token } = SignedIn.parse(answer.data);
  for (const caller of callers) caller.authorise(token);
  return callers;
}

const Evaluation = z.object({
  id: z.string(),
  phase: z.string(),
  outcome: z.string().nullable(),
  alert: z.boolean(),
});

/** So long somebody goes on pressing, and watching. */
const PATIENCE_MS = 10 * 60_000;

/**
 * Presses Check now until that is answered. Returns the evaluation's id, or the word of a refusal. An answer that was
 * lost may have left an evaluation: the ledger has how many.
 */
export async function press({ callers }: Person, { id }: Watched, ledger: Ledger, at = 0): Promise<Pressed> {
  for (const late = performance.now() + PATIENCE_MS; ; await sleep(500)) {
    const answer = await callers[at]?.ask('mutation', 'refresh.start', { monitorId: id });
    if (answer?.ok) {
      const evaluation = Evaluation.parse(answer.data);
      if (!ledger.evaluations.has(evaluation.id)) ledger.evaluations.set(evaluation.id, null);
      return { evaluationId: evaluation.id };
    }
    if (answer && answer.status >= 400 && answer.status < 500)
      return { refused: answer.reason ?? String(answer.status) };
    ledger.unsure.set(id, (ledger.unsure.get(id) ?? 0) + 1);
    if (performance.now() > late) throw new Error('Nobody answered for minutes');
  }
}

export type Pressed = { evaluationId: string } | { refused: string };

/** Follows an evaluation until its end is told; streams that break off are opened again. */
export async function follow({ callers }: Person, evaluationId: string, ledger: Ledger, at = 0): Promise<string> {
  for (const late = performance.now() + PATIENCE_MS; performance.now() < late; await sleep(500)) {
    for await (const state of callers[at]?.follow('refresh.progress', { evaluationId }) ?? []) {
      const { phase, outcome, alert } = Evaluation.parse(state);
      if (phase === 'done' && !ledger.evaluations.get(evaluationId))
        ledger.evaluations.set(evaluationId, { outcome, alert });
    }
    const end = ledger.evaluations.get(evaluationId);
    if (end) return end.outcome ?? 'none';
  }
  return 'never told';
}

/** Presses and follows. Returns the outcome, or the word of a refusal. */
export async function check(person: Person, monitor: Watched, ledger: Ledger, at = 0): Promise<string> {
  const pressed = await press(person, monitor, ledger, at);
  return 'refused' in pressed ? pressed.refused : follow(person, pressed.evaluationId, ledger, at);
}

/** Everybody checks all of theirs, one after the other with a pause, each person beside the others. */
export async function checkAll({ people, ledger }: Crowd, pauseMs = 0): Promise<string[]> {
  const outcomes = await Promise.all(
    people.map(async (person) => {
      const own: Promise<string>[] = [];
      for (const monitor of person.monitors) {
        own.push(check(person, monitor, ledger));
        if (pauseMs > 0) await sleep(pauseMs);
      }
      return Promise.all(own);
    }),
  );
  return outcomes.flat();
}
