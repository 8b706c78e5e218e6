import { describe, expect, it } from 'vitest';
import { createPlaces, type Places } from './places';

const forever = new AbortController().signal;

/**
 * Takes a place for each name in order, previews of a person by its name and checks as "check", and notes who enters.
 */
function visit(places: Places, names: string[], entered: string[]): Map<string, (() => void)[]> {
  const leaving = new Map<string, (() => void)[]>();
  for (const name of names) {
    const taken = places.take(name.startsWith('check') ? null : (name[0] ?? ''), forever);
    void taken.then((leave) => {
      entered.push(name);
      leaving.set(name, [leave]);
    });
  }
  return leaving;
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('places in the browser', () => {
  it('keeps those of checks free, however many are previewed', async () => {
    const places = createPlaces(4, 2);
    const entered: string[] = [];
    visit(places, ['a1', 'a2', 'a3', 'a4', 'b1', 'check1', 'check2', 'check3'], entered);
    await settled();
    expect(entered).toEqual(['a1', 'a2', 'check1', 'check2']);
    expect(places.count()).toEqual({ active: 4, waiting: 4 });
  });

  it('gives the next preview to the person who has the fewest, then to the one who waits longest', async () => {
    const places = createPlaces(4, 2);
    const entered: string[] = [];
    const leaving = visit(places, ['a1', 'a2', 'a3', 'a4', 'b1', 'c1'], entered);
    await settled();
    leaving.get('a1')?.[0]?.();
    await settled();
    leaving.get('a2')?.[0]?.();
    await settled();
    leaving.get('b1')?.[0]?.();
    await settled();
    expect(entered).toEqual(['a1', 'a2', 'b1', 'a3', 'c1']);
  });

  it('lets nobody in twice for one place, and forgets who stopped waiting', async () => {
    const places = createPlaces(1, 1);
    const leave = await places.take(null, forever);
    const gone = new AbortController();
    const waiting = places.take('a', gone.signal);
    gone.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    leave();
    leave();
    await places.take('b', forever);
    expect(places.count()).toEqual({ active: 1, waiting: 0 });
    const next = places.take(null, forever);
    await settled();
    expect(places.count()).toEqual({ active: 1, waiting: 1 });
    next.catch(() => undefined);
  });
});
