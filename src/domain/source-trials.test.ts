import { describe, expect, it } from 'vitest';
import { judgeTrials, type SourceTrial, withTrials } from './source-trials';

const NOW = new Date('2026-11-22T12:00:00Z');
const ago = (hours: number) => new Date(NOW.getTime() - hours * 60 * 60_000);
const trial = (part: SourceTrial['part'], name: string, fault: string | null = null): SourceTrial => ({
  part,
  name,
  fault,
  tookMs: 10,
});
const judge = (trials: SourceTrial[], hours = 5) => judgeTrials({ at: ago(hours), trials }, NOW);

describe('what was tried', () => {
  it('is healthy where all worked, with when', () => {
    expect(judge([trial('browser', 'browser'), trial('open_data', 'npm')])).toEqual({
      health: 'healthy',
      detail: 'All 2 ways to sources worked when tried 5 h ago.',
    });
  });

  it.each([
    ['critical', [trial('browser', 'browser', 'No browser.'), trial('open_data', 'npm')]],
    ['warning', [trial('browser', 'browser'), trial('proxy', 'a:1', 'No way.'), trial('proxy', 'b:1')]],
    ['critical', [trial('browser', 'browser'), trial('proxy', 'a:1', 'No way.'), trial('proxy', 'b:1', 'No way.')]],
    ['warning', [trial('browser', 'browser'), trial('open_data', 'npm', 'It is down.')]],
  ])('is %s with the faults', (health, trials) => {
    const judged = judge(trials);
    expect(judged?.health).toBe(health);
    for (const { fault } of trials) if (fault) expect(judged?.detail).toContain(`tried 5 h ago: ${fault}`);
  });

  it('says nothing of today when it is old, or was nothing', () => {
    expect(judge([trial('browser', 'browser', 'No browser.')], 31)).toBeNull();
    expect(judge([])).toBeNull();
    expect(judgeTrials(null, NOW)).toBeNull();
  });

  it('tells five faults', () => {
    const faults = Array.from({ length: 7 }, (_, at) => trial('proxy', `p${at}:1`, 'No way.'));
    expect(judge(faults)?.detail).toMatch(/p4:1.*And 2 more\.$/);
  });
});

it("joins people's checks: the worse counts, both are told", () => {
  const seen = { health: 'healthy', detail: 'Seen.' } as const;
  expect(withTrials(seen, null)).toEqual(seen);
  expect(withTrials(seen, { health: 'critical', detail: 'Tried.' })).toEqual({
    health: 'critical',
    detail: 'Seen. Tried.',
  });
  expect(withTrials({ health: 'unknown', detail: 'Few.' }, { health: 'healthy', detail: 'Tried.' }).health).toBe(
    'healthy',
  );
});
