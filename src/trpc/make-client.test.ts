import superjson from 'superjson';
import { afterEach, expect, it, vi } from 'vitest';
import { makeClient } from './make-client';

const MONITOR = 'c2f43b0a-0f0e-4a55-9a3c-1f6f2a1e0c11';

function answer(data: unknown) {
  const send = vi.fn<typeof fetch>(async () => Response.json([{ result: { data: superjson.serialize(data) } }]));
  vi.stubGlobal('fetch', send);
  return () => send.mock.calls.map(([, options]) => options?.keepalive);
}

afterEach(() => void vi.unstubAllGlobals());

it('sends a change so that it arrives though the page is left', async () => {
  const kept = answer(null);
  await makeClient().dashboard.arrange.mutate({ monitorIds: [MONITOR] });
  expect(kept()).toEqual([true]);
});

it('sends what no page may keep, and what is only asked, as usual', async () => {
  const kept = answer([]);
  await makeClient().dashboard.arrange.mutate({ monitorIds: Array.from({ length: 600 }, () => MONITOR) });
  await makeClient().dashboard.cards.query();
  expect(kept()).toEqual([false, false]);
});
