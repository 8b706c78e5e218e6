import { beforeAll, expect, it } from 'vitest';
import { openBearerSession } from '@/auth/bearer';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser } from '@/test/factories';
import { useRest } from '@/test/rest-client';
import { createTrpcHandler } from '../handle';
import { createContext } from '../init';
import { makeStreamedClient } from '../streamed-client';

const database = useDatabase();
const rest = useRest(database);
const PAGE = 'https://shop.example.org/kettle-one';
const PROMPT = `Tell me when the Kettle One costs less than $300 ${PAGE}`;
const HTML = '<html lang="en"><title>Kettles</title><h1>Kettle One</h1><p>Price: <b>$283.00</b></p><p>In stock</p>';

let userId: string;
let token: string;
beforeAll(async () => {
  userId = (await insertUser(database.db)).id;
  token = await openBearerSession(userId, { userAgent: null, ip: null });
  rest.deps.scraper.pages.set(PAGE, { html: HTML });
});

/** The pages' own client over the handler that the route exports, without a network. */
function clientOf(bearer: string) {
  const handle = createTrpcHandler(
    (headers) => createContext(headers, rest.surroundings),
    () => ({ admit: async () => undefined }),
  );
  return makeStreamedClient('http://localhost:3000/api/trpc', (async (url: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${bearer}`);
    return handle(new Request(url, { ...init, headers }));
  }) as typeof fetch);
}

async function told(steps: AsyncIterable<unknown>) {
  const all: Record<string, unknown>[] = [];
  for await (const step of steps) all.push(step as Record<string, unknown>);
  return all;
}

const reasonOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: { data?: { reason?: string } }) => error.data?.reason,
  );

it('tells each phase before it begins, then what came of it', async () => {
  let reached: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    reached = resolve;
  });
  rest.deps.scraper.before = () => held;
  const steps = (await clientOf(token).previews.live.mutate({ prompt: PROMPT }))[Symbol.asyncIterator]();
  expect((await steps.next()).value).toEqual({ phase: 'understanding' });
  // The page is held back: only a server that speaks at once can have said so.
  expect((await steps.next()).value).toEqual({ phase: 'loading' });
  reached();
  expect((await steps.next()).value).toEqual({ phase: 'reading' });
  expect((await steps.next()).value).toEqual({ phase: 'deciding' });
  expect((await steps.next()).value).toMatchObject({
    result: { reading: { value: { number: '283' }, obstacle: null }, triggerCondition: expect.any(String) },
  });
  expect((await steps.next()).done).toBe(true);
  rest.deps.scraper.before = async () => undefined;
});

it('interprets nothing where the person wrote what is meant', async () => {
  const contract = { property: 'price', factType: 'number', unit: 'USD', operator: 'lt', value: '250' } as const;
  const steps = await told(await clientOf(token).previews.live.mutate({ prompt: PROMPT, contract }));
  expect(steps.map(({ phase }) => phase)).toEqual(['loading', 'reading', 'deciding', undefined]);
});

it('ends with the words of a refusal, as a call does', async () => {
  const client = clientOf(token);
  const hum = async () => told(await client.previews.live.mutate({ prompt: 'hmm, hmm, hmm, hmm' }));
  expect(await reasonOf(hum())).toBe('not_understood');
  expect(await reasonOf(clientOf('nobody').previews.live.mutate({ prompt: PROMPT }))).toBe('bad_token');
  expect(await reasonOf(client.previews.live.mutate({ prompt: 'short' }))).toBe('validation');
});

it('reads the page of a monitor again for its owner only', async () => {
  const again = async (bearer: string, id: string) => told(await clientOf(bearer).previews.again.mutate({ id }));
  const { id } = await insertMonitor(database.db, { userId });
  const stranger = await openBearerSession((await insertUser(database.db)).id, { userAgent: null, ip: null });
  expect(await reasonOf(again(stranger, id))).toBe('monitor_not_found');
  expect((await again(token, id)).at(-1)).toHaveProperty('result');
});
