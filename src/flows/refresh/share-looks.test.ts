import { describe, expect, it } from 'vitest';
import type { LookRequest, LookResult, Scraper } from '@/scrape/scraper';
import { shareLooks } from './share-looks';

const FULL: LookRequest = { url: 'https://shop.example.org/a', look: 'full' };

/** Pages that note when they are open and framed. */
function countingScraper() {
  const state = { looks: 0, open: 0, framing: 0, mostFraming: 0, signals: [] as (AbortSignal | undefined)[] };
  const scraper: Scraper = {
    check: async () => null,
    close: async () => undefined,
    look: async (request): Promise<LookResult> => {
      state.looks += 1;
      state.signals.push(request.signal);
      await new Promise((resolve) => setTimeout(resolve, 20));
      state.open += 1;
      const frame = async () => {
        state.framing += 1;
        state.mostFraming = Math.max(state.mostFraming, state.framing);
        await new Promise((resolve) => setTimeout(resolve, 5));
        state.framing -= 1;
        return null;
      };
      const close = async () => {
        state.open -= 1;
      };
      return { ok: true, look: { snapshot: {} as never, frame, picture: frame, close } };
    },
  };
  return { state, scraper };
}

async function useOnce(scraper: Scraper, request = FULL): Promise<void> {
  const result = await scraper.look(request);
  if (!result.ok) throw new Error('no look');
  await result.look.frame({ start: 0, end: 1 });
  await result.look.close();
}

describe('shared looks', () => {
  it('look once for all, take pictures one after the other, and close when the last is done', async () => {
    const { state, scraper } = countingScraper();
    const [first, ...others] = shareLooks(scraper, 4);
    await Promise.all(others.map((one) => useOnce(one)));
    expect(state).toMatchObject({ looks: 1, open: 1, mostFraming: 1 });
    await useOnce(first as Scraper);
    expect(state).toMatchObject({ looks: 1, open: 0 });
  });

  it('load again for a second look at the same address, once for all', async () => {
    const { state, scraper } = countingScraper();
    const members = shareLooks(scraper, 3);
    await Promise.all(
      members.map(async (one) => {
        await useOnce(one);
        await useOnce(one);
      }),
    );
    expect(state).toMatchObject({ looks: 2, open: 0 });
  });

  it('keep no page open for one that needs none', async () => {
    const { state, scraper } = countingScraper();
    const [first, second] = shareLooks(scraper, 2);
    await useOnce(first as Scraper);
    expect(state.open).toBe(1);
    await second?.leave();
    expect(state.open).toBe(0);
  });

  it('go on for the others when one has to stop, and are broken off when all have', async () => {
    const { state, scraper } = countingScraper();
    const [first, second] = shareLooks(scraper, 2);
    const stop = new AbortController();
    const stopped = first?.look({ ...FULL, signal: stop.signal });
    const going = useOnce(second as Scraper);
    stop.abort(new Error('lease lost'));
    await expect(stopped).rejects.toThrow('lease lost');
    await first?.leave();
    expect(state.signals[0]?.aborted).toBe(false);
    await going;
    expect(state).toMatchObject({ looks: 1, open: 0 });

    const [third, fourth] = shareLooks(scraper, 2);
    const given = third?.look({ ...FULL, signal: AbortSignal.abort(new Error('over')) });
    await expect(given).rejects.toThrow('over');
    await Promise.all([third?.leave(), fourth?.leave()]);
    expect(state.signals.at(-1)?.aborted).toBe(true);
    expect(state.open).toBe(0);
  });

  it('tell a failure to all, and hold others up with nothing', async () => {
    const failing: Scraper = {
      check: async () => null,
      close: async () => undefined,
      look: () => Promise.reject(new Error('a bug')),
    };
    const members = shareLooks(failing, 3);
    const results = await Promise.allSettled(members.map((one) => one.look(FULL)));
    expect(results.every(({ status }) => status === 'rejected')).toBe(true);
    await Promise.all(members.map((one) => one.leave()));
  });
});
