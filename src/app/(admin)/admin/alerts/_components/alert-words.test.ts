import { expect, it } from 'vitest';
import { limitWords, noticeWords, stateOf } from './alert-words';

const at = new Date();
const sent = { state: 'sent', lastError: null, sentAt: at } as const;

it('says by what operators were told, and why they were not', () => {
  expect(
    noticeWords([
      { kind: 'began', channel: 'email', ...sent },
      { kind: 'began', channel: 'pagerduty', state: 'pending', lastError: 'PagerDuty answered 500', sentAt: null },
      { kind: 'began', channel: 'slack', ...sent },
      { kind: 'ended', channel: 'email', ...sent },
      { kind: 'ended', channel: 'slack', state: 'failed', lastError: 'Slack answered 404', sentAt: null },
    ]),
  ).toEqual([
    'Told by Email and Slack',
    'PagerDuty: PagerDuty answered 500, it is tried again',
    'Its end told by Email',
    'Slack, its end: not told, Slack answered 404',
  ]);
  expect(noticeWords([{ kind: 'began', channel: 'slack', state: 'unneeded', lastError: null, sentAt: null }])).toEqual([
    'Slack: not told, it was over before',
  ]);
  expect(noticeWords([{ kind: 'began', channel: 'slack', state: 'pending', lastError: null, sentAt: null }])).toEqual([
    'Slack: not told yet',
  ]);
});

it('a rule is as bad as the worst that it sees', () => {
  const see = (...states: ('firing' | 'fine' | 'unknown')[]) =>
    stateOf({ now: states.map((state) => ({ subject: '', figure: null, state, why: '' })) });
  expect(see('fine', 'firing', 'unknown')).toBe('firing');
  expect(see('unknown', 'fine')).toBe('fine');
  expect(see('unknown')).toBe('unknown');
});

it('says from where a rule fires, and by what it is told', () => {
  expect(limitWords({ threshold: '5 %', window: '5 minutes', channels: ['email', 'slack'] })).toBe(
    'From 5 % within 5 minutes · Email and Slack',
  );
  expect(limitWords({ threshold: '5 minutes', window: null, channels: ['email'] })).toBe('From 5 minutes · Email');
});
