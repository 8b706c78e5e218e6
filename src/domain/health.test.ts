import { describe, expect, it } from 'vitest';
import { judgeDatabase, judgeLimits, judgeLooks, judgeMail, judgeQueue, judgeReaders, type ProbedMail } from './health';

const NONE = { total: 0, failed: 0 };
const model = (name: string, probe: 'answered' | 'refused' | 'silent' | 'not_told' | null, healthy = true) => ({
  name,
  healthy,
  probe,
});
const seen = { ...NONE, overdue: 0, accepted: 0, bounced: 0 };
const good: ProbedMail = { fault: null, probe: 'answered' };

describe('a part', () => {
  it('is unknown where nothing is set up or too little was seen, never healthy', () => {
    expect([
      judgeReaders([], NONE),
      judgeReaders([model('claude', null)], { total: 4, failed: 0 }),
      judgeReaders([model('claude', 'not_told')], NONE),
      judgeMail(null, seen),
      judgeMail({ fault: null, probe: 'not_told' }, seen),
      judgeLooks({ total: 4, failed: 4 }),
      judgeLimits({ redis: false, redisAnswers: null, databaseAnswers: null }),
      judgeLimits({ redis: true, redisAnswers: null, databaseAnswers: true }),
    ]).toEqual(Array.from({ length: 8 }, () => ({ health: 'unknown', detail: expect.stringMatching(/\.$/) })));
  });

  it('is healthy where it answers, or did of late', () => {
    expect([
      judgeDatabase(3),
      judgeReaders([model('claude', 'answered')], NONE),
      judgeReaders([model('claude', null)], { total: 5, failed: 0 }),
      judgeMail(good, seen),
      judgeMail({ fault: null, probe: 'not_told' }, { ...seen, total: 5 }),
      judgeLooks({ total: 5, failed: 1 }),
      judgeQueue(true, { waiting: 0, oldestMs: 0 }),
      judgeQueue(true, { waiting: 9, oldestMs: 60_000 }),
      judgeLimits({ redis: true, redisAnswers: true, databaseAnswers: null }),
      judgeLimits({ redis: false, redisAnswers: null, databaseAnswers: true }),
    ]).toEqual(Array.from({ length: 10 }, () => ({ health: 'healthy', detail: expect.stringMatching(/\.$/) })));
  });

  it.each([
    ['warning', judgeDatabase(501), 'answered in 501'],
    ['critical', judgeDatabase(null), 'does not answer'],
    [
      'warning',
      judgeReaders([model('claude', 'refused'), model('openai', 'answered')], NONE),
      'claude refuses our key',
    ],
    ['critical', judgeReaders([model('claude', 'silent')], { total: 9, failed: 0 }), 'claude does not answer'],
    ['critical', judgeReaders([model('claude', null, false)], NONE), 'rests after failures'],
    ['warning', judgeReaders([model('claude', 'answered')], { total: 10, failed: 1 }), '1 of 10'],
    ['critical', judgeMail({ fault: 'SendGrid answered 401', probe: 'answered' }, seen), 'SendGrid answered 401'],
    ['critical', judgeMail({ fault: null, probe: 'refused' }, seen), 'refuses our key'],
    ['warning', judgeMail({ fault: null, probe: 'silent' }, { ...seen, total: 9 }), 'does not answer'],
    ['warning', judgeMail(good, { ...seen, accepted: 20, bounced: 1 }), '1 of 20'],
    ['critical', judgeMail(good, { ...seen, accepted: 20, bounced: 2 }), '2 of 20'],
    ['healthy', judgeMail(good, { ...seen, accepted: 19, bounced: 9 }), '9 of 19'],
    ['warning', judgeMail(null, { ...seen, overdue: 1 }), '1 wait'],
    ['critical', judgeMail(good, { ...seen, overdue: 20 }), '20 wait'],
    ['warning', judgeLooks({ total: 10, failed: 3 }), '3 of the last 10'],
    ['critical', judgeLooks({ total: 10, failed: 7 }), '7 of the last 10'],
    ['warning', judgeQueue(true, { waiting: 2, oldestMs: 60_001 }), 'for 60 s'],
    ['critical', judgeQueue(true, { waiting: 2, oldestMs: 300_001 }), 'for 300 s'],
    ['critical', judgeQueue(false, { waiting: 0, oldestMs: 0 }), 'does not answer'],
    ['warning', judgeLimits({ redis: true, redisAnswers: false, databaseAnswers: true }), 'counted in PostgreSQL'],
    ['critical', judgeLimits({ redis: true, redisAnswers: false, databaseAnswers: false }), 'Neither'],
    ['critical', judgeLimits({ redis: false, redisAnswers: null, databaseAnswers: false }), 'cannot be counted'],
  ] as const)('is %s: %o', (health, judged, why) => {
    expect(judged).toEqual({ health, detail: expect.stringContaining(why) });
  });
});
