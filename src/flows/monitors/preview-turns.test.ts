import { describe, expect, it } from 'vitest';
import { createPreviewTurns } from './preview-turns';

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('turns of previews', () => {
  it('lets two of a person be under way, the third after one of them, and others meanwhile', async () => {
    const turns = createPreviewTurns();
    const began: string[] = [];
    const take = async (name: string, person: string) => {
      const leave = await turns.take(person);
      began.push(name);
      return leave;
    };
    const [first] = [await take('a1', 'a'), await take('a2', 'a')];
    const third = take('a3', 'a');
    await settled();
    await take('b1', 'b');
    expect(began).toEqual(['a1', 'a2', 'b1']);
    first();
    first();
    await third;
    const fourth = take('a4', 'a');
    await settled();
    expect(began).toEqual(['a1', 'a2', 'b1', 'a3']);
    (await third)();
    await fourth;
  });

  it('says what to do when the wait is too long, and keeps no place for who left', async () => {
    const turns = createPreviewTurns({ atOnce: 1, waitMs: 20 });
    const leave = await turns.take('a');
    await expect(turns.take('a')).rejects.toMatchObject({ code: 'limited', reason: 'previews_busy' });
    const cancelled = new AbortController();
    const waiting = turns.take('a', cancelled.signal);
    cancelled.abort(new Error('closed'));
    await expect(waiting).rejects.toThrow('closed');
    leave();
    (await turns.take('a'))();
  });
});
