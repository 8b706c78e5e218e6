import { describe, expect, it } from 'vitest';
import { ABUSE_PATTERNS } from '../limits';
import { AbusePattern, closes, judgeAbuse, RestrictionKind, refusalSentence } from './judge-abuse';

const NOW = new Date('2026-11-22T12:00:00Z');

describe('judgeAbuse', () => {
  it.each(AbusePattern.options)('%s: nothing at the limit, a restriction with an end above it', (pattern) => {
    const { limit } = ABUSE_PATTERNS[pattern];
    expect(judgeAbuse(pattern, limit, NOW)).toBeNull();
    const verdict = judgeAbuse(pattern, limit + 1, NOW);
    expect(verdict?.reason).toContain(`More than ${limit} `);
    expect(verdict?.reason.length).toBeLessThanOrEqual(500);
    expect(verdict?.endsAt.getTime()).toBeGreaterThan(NOW.getTime());
  });

  it('leaves a program alone that asks once a minute with the refreshes of its day used up', () => {
    expect(judgeAbuse('hammering', 60, NOW)).toBeNull();
  });

  it('lets a network that many share open more accounts, and nobody hammer more', () => {
    expect(judgeAbuse('many_accounts', 10, NOW, 2)).toBeNull();
    expect(judgeAbuse('many_accounts', 11, NOW, 2)).toMatchObject({ kind: 'all' });
    expect(judgeAbuse('hammering', 121, NOW, 2)).toMatchObject({ kind: 'refresh' });
  });
});

it('closes what its kind says and never reading', () => {
  const table = RestrictionKind.options.map((kind) => [
    kind,
    (['read', 'refresh', 'write'] as const).filter((scope) => closes(kind, scope)),
  ]);
  expect(Object.fromEntries(table)).toEqual({ refresh: ['refresh'], write: ['write'], all: ['refresh', 'write'] });
});

it('says what is closed, until when and why', () => {
  const verdict = judgeAbuse('refused_urls', 21, NOW);
  expect(verdict && refusalSentence(verdict)).toBe(
    'Previews, new monitors and changes to monitors are paused for you until 23 Nov 2026, 12:00 UTC. More than 20 ' +
      'addresses were refused within an hour. Only public web pages can be read, nothing inside a private ' +
      'network.',
  );
});
