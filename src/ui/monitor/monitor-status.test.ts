import { expect, it } from 'vitest';
import { FAILURES } from '@/domain/outcome';
import { monitorStatus, type StatusFacts } from './monitor-status';

const waiting: StatusFacts = {
  isActive: true,
  type: 'state',
  armed: true,
  lastOutcome: 'value',
  lastChecked: new Date(0),
  told: false,
};

it.each<[Partial<StatusFacts>, string, string]>([
  [{}, 'calm', 'Armed'],
  [{ armed: false, told: true }, 'told', 'Condition true, you were told'],
  [{ armed: false }, 'told', 'True already, waits for the next time'],
  [{ type: 'change' }, 'calm', 'Watching for changes'],
  [{ type: 'change', armed: false }, 'calm', 'Watching for changes'],
  [{ lastOutcome: 'absent' }, 'calm', 'Armed'],
  [{ lastChecked: null, lastOutcome: null }, 'quiet', 'Never checked'],
  [{ lastOutcome: 'blocked' }, 'trouble', 'Page refused us'],
  [{ lastOutcome: 'blocked', isActive: false }, 'quiet', 'Paused'],
])('%o is %s: %s', (difference, tone, words) => {
  expect(monitorStatus({ ...waiting, ...difference })).toEqual({ tone, words });
});

it('has words of its own for every failure', () => {
  const words = FAILURES.map((lastOutcome) => monitorStatus({ ...waiting, lastOutcome }).words);
  expect(new Set(words).size).toBe(FAILURES.length);
});
