import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type Caller, createCaller, reasonOf } from './caller';
import { count, type Ledger } from './ledger';
import { addressOf, HOSTILE_PATHS, PRODUCTS } from './site';

const Id = z.object({ id: z.string() });
const Registered = z.object({ token: z.string() });
const Made = z.object({ monitor: Id });

/** What one person asks of ordinary pages, and some of pages that mean harm. */
function promptsOf(number: number): string[] {
  const product = (step: number) => (number * 2 + step) % PRODUCTS;
  const shop = (step: number) => addressOf(number, `/shop/${product(step)}`);
  const prompts = [
    `Tell me when the Kettle ${product(0)} costs less than $300 ${shop(0)}`,
    `Tell me when the price of the Kettle ${product(1)} changes ${shop(1)}`,
  ];
  const hostile = HOSTILE_PATHS[number % HOSTILE_PATHS.length] ?? '';
  const asked = `Tell me when the Orsa lamp costs less than $60 ${addressOf(100 + number, hostile)}`;
  return number % 3 === 0 ? [...prompts, asked] : prompts;
}

/** A new person with their monitors. @throws Error when that is refused. */
export async function arrive(origin: string, number: number, ledger: Ledger): Promise<Person> {
  const caller = createCaller(origin, `198.18.7.${number + 1}`, ledger);
  const account = { email: `person-${number}@example.org`, name: `Person ${number}`, password: 'Wupu-4821-dohe' };
  const send = (path: string, body: unknown, expects: number[] = []) =>
    caller.send({ act: `POST ${path}`, method: 'POST', path, body, expects });
  caller.authorise(told(Registered, await send('/api/auth/register', account)).token);
  const monitors: Person['monitors'] = [];
  for (const prompt of promptsOf(number)) {
    const { answer, isChosen } = await saveOrChoose((body) => send('/api/monitors', body, [422, 503]), prompt);
    const { monitor } = told(Made, answer);
    if (isChosen) ledger.saved.add(monitor.id);
    monitors.push({ id: monitor.id, nextAt: 0 });
  }
  return { number, caller, ledger, monitors };
}

const Asked = z.object({ error: z.object({ previewId: z.string(), candidates: z.array(z.unknown()).min(1) }) });

/** How often a candidate is chosen that cannot be read in time: all arrive at once, some at pages that do harm. */
const TRIES = 4;

/** As a program saves: with the contract that it means, and the likeliest candidate where it is asked which. */
async function saveOrChoose(send: (body: object) => ReturnType<Caller['send']>, prompt: string) {
  const [, item = ''] = /the (Kettle \S+|Orsa lamp)/.exec(prompt) ?? [];
  const price = { item, property: 'price', factType: 'number', unit: 'USD' };
  const below = /less than \$(\d+)/.exec(prompt)?.[1];
  const contract = { ...price, ...(below ? { operator: 'lt', value: below } : { operator: 'any' }) };
  const answer = await send({ prompt, contract });
  const asked = Asked.safeParse(answer.data);
  if (answer.status !== 422 || !asked.success) return { answer, isChosen: false };
  const choice = { previewId: asked.data.error.previewId, candidate: 1 };
  for (let tried = 1; ; tried += 1) {
    const chosen = await send({ prompt, contract, ...choice });
    const isOver = tried === TRIES || reasonOf(chosen.data) !== 'reader_unavailable';
    if (isOver) return { answer: chosen, isChosen: true };
    await sleep(5_000);
  }
}

function told<Shape>(shape: z.ZodType<Shape>, { ok, status, data }: { ok: boolean; status: number; data: unknown }) {
  if (!ok) throw new Error(`Refused with ${status}: ${JSON.stringify(data)}`);
  return shape.parse(data);
}

/** Does one thing after another, with pauses, until the time is over; what was begun is carried to its end. */
export async function live(person: Person, until: number): Promise<void> {
  await sleep(Math.random() * 2_000);
  while (Date.now() < until) {
    await pick(ACTS)(person);
    await sleep(500 + Math.random() * 2_500);
  }
}

interface Person {
  number: number;
  caller: Caller;
  ledger: Ledger;
  /** Ids, and when a refresh may be asked for again. */
  monitors: { id: string; nextAt: number }[];
}

const Evaluation = Id.extend({ phase: z.string(), outcome: z.string().nullable(), alert: z.boolean() });
const Batch = Id.extend({
  endedAt: z.unknown(),
  items: z.array(z.object({ evaluation: Evaluation.nullable() })),
});
const RestRefresh = z.object({
  evaluation: z.object({ outcome: z.string(), triggered: z.boolean(), timestamp: z.string() }),
});
const Preview = z.object({ reading: z.object({ outcome: z.string() }).nullable() });

/** A little more than the app's 15 seconds: who presses too often is told so, and in the end restricted. */
const AGAIN_MS = 16_000;
const PATIENCE_MS = 180_000;

const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item;

/** One whose turn it is again; none is asked for too early. */
function takeTurn({ monitors }: Person): string | null {
  const free = monitors.filter(({ nextAt }) => nextAt <= Date.now());
  if (free.length === 0) return null;
  const monitor = pick(free);
  monitor.nextAt = Date.now() + AGAIN_MS;
  return monitor.id;
}

async function check(person: Person): Promise<void> {
  const { caller, ledger } = person;
  const monitorId = takeTurn(person);
  if (monitorId === null) return list(person);
  const answer = await caller.ask('mutation', 'refresh.start', { monitorId });
  if (!answer.ok) return noteLost(ledger, [monitorId], answer.status);
  const { id } = Evaluation.parse(answer.data);
  accept(ledger, id);
  await followToEnd(async () => {
    for await (const state of caller.follow('refresh.progress', { evaluationId: id }))
      noteEnd(ledger, Evaluation.parse(state));
    return ledger.evaluations.get(id) !== null;
  });
}

async function checkAll(person: Person): Promise<void> {
  const { caller, ledger, monitors } = person;
  if (monitors.some(({ nextAt }) => nextAt > Date.now())) return check(person);
  for (const monitor of monitors) monitor.nextAt = Date.now() + AGAIN_MS;
  const answer = await caller.ask('mutation', 'refreshBatch.start', {});
  const ids = monitors.map(({ id }) => id);
  if (!answer.ok) return noteLost(ledger, ids, answer.status);
  const { id: batchId, items } = Batch.parse(answer.data);
  const own = items.flatMap(({ evaluation }) => (evaluation ? [evaluation.id] : []));
  for (const id of own) accept(ledger, id);
  await followToEnd(async () => {
    for await (const state of caller.follow('refreshBatch.progress', { batchId }))
      for (const { evaluation } of Batch.parse(state).items) if (evaluation) noteEnd(ledger, evaluation);
    return own.every((id) => ledger.evaluations.get(id) !== null);
  });
}

async function checkByRest(person: Person): Promise<void> {
  const { caller, ledger } = person;
  const monitorId = takeTurn(person);
  if (monitorId === null) return browse(person);
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const path = `/api/monitors/${monitorId}/refresh`;
  const answer = await caller.send({ act: 'POST /api/monitors/{id}/refresh', method: 'POST', path, headers });
  if (!answer.ok) return noteLost(ledger, [monitorId], answer.status);
  const { outcome, triggered, timestamp } = RestRefresh.parse(answer.data).evaluation;
  count(ledger.outcomes, outcome);
  ledger.restEnds.push({ monitorId, at: timestamp, outcome, alert: triggered });
}

async function list({ caller }: Person): Promise<void> {
  await caller.ask('query', 'monitors.list');
  await caller.ask('query', 'refreshBatch.latest');
}

async function browse({ caller, monitors }: Person): Promise<void> {
  const { id } = pick(monitors);
  await caller.send({ act: 'GET /api/monitors', path: '/api/monitors' });
  await caller.send({ act: 'GET /api/monitors/{id}', path: `/api/monitors/${id}` });
  await caller.send({ act: 'GET /api/monitors/{id}/history', path: `/api/monitors/${id}/history` });
  await caller.send({ act: 'GET /', path: '/' });
}

async function preview({ caller, ledger, number }: Person): Promise<void> {
  const product = Math.floor(Math.random() * PRODUCTS);
  const hostile = Math.random() < 0.3 ? pick(HOSTILE_PATHS) : null;
  const prompt = hostile
    ? `Tell me when the Orsa lamp costs less than $60 ${addressOf(100 + number, hostile)}`
    : `Tell me when the Kettle ${product} costs less than $300 ${addressOf(number, `/shop/${product}`)}`;
  const answer = await caller.ask('mutation', 'monitors.preview', { prompt }, [422]);
  if (answer.ok) count(ledger.outcomes, `preview: ${Preview.parse(answer.data).reading?.outcome ?? 'no page'}`);
}

/** What somebody sends who means harm; each is refused, or understood as well as it can be. */
async function provoke({ caller }: Person): Promise<void> {
  const trail = pick(['-', '.', ':', ' ', '1', 'é', '"', ',']).repeat(400);
  const body = pick([`{"json":${'['.repeat(30_000)}`, `{"json":{"prompt":"${'x'.repeat(200_000)}"}}`]);
  const prompt = `Tell me when iPhone 15 ${trail} Pro drops below $500`;
  await caller.ask('mutation', 'monitors.preview', { prompt }, [422, 400]);
  const path = '/api/trpc/monitors.preview';
  await caller.send({ act: 'hostile body', method: 'POST', path, body, expects: [400, 413] });
}

function accept({ evaluations }: Ledger, id: string): void {
  if (!evaluations.has(id)) evaluations.set(id, null);
}

function noteEnd({ evaluations, outcomes }: Ledger, { id, phase, outcome, alert }: z.infer<typeof Evaluation>): void {
  if (phase !== 'done' || evaluations.get(id)) return;
  evaluations.set(id, { outcome, alert });
  count(outcomes, outcome ?? 'none');
}

/** A refusal says that nothing was begun; a fault on our side, or no answer, leaves that open. */
function noteLost({ unsure }: Ledger, monitorIds: string[], status: number): void {
  if (status === 0 || status >= 500) for (const id of monitorIds) count(unsure, id);
}

/** Streams break off while the database is away; whoever follows opens another, until the end is told. */
async function followToEnd(follow: () => Promise<boolean>): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; !(await follow()) && Date.now() < until; ) await sleep(500);
}

/** What people do, some things more often than others. */
const ACTS = [check, check, check, checkByRest, checkAll, list, list, list, browse, preview, provoke];
