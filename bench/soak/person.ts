import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { ACTS, type Person, pick } from './acts';
import { createCaller } from './caller';
import type { Ledger } from './ledger';
import { HOSTILE_PATHS, PRODUCTS } from './pages';
import { addressOf } from './site';

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
  const send = (path: string, body: unknown) => caller.send({ act: `POST ${path}`, method: 'POST', path, body });
  caller.authorise(told(Registered, await send('/api/auth/register', account)).token);
  const monitors: Person['monitors'] = [];
  for (const prompt of promptsOf(number)) {
    const { monitor } = told(Made, await send('/api/monitors', { prompt }));
    monitors.push({ id: monitor.id, nextAt: 0 });
  }
  return { number, caller, ledger, monitors };
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
