import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_A_DAY } from './modes';
import { DEFAULT_PREFERENCE, type EmailPreference, gatheredAt, nextAt, sendAt, startOfDay, wallClock } from './timing';

const BERLIN = 'Europe/Berlin';
const NOW = new Date('2026-11-30T09:00:00Z');
const NONE = { last: null, today: 0, waiting: null, moreToCome: false };
type Sent = Parameters<typeof sendAt>[3];
const when = (preference: Partial<EmailPreference>, sent: Partial<Sent> = {}, now = NOW) =>
  sendAt(now, { ...DEFAULT_PREFERENCE, ...preference }, BERLIN, { ...NONE, ...sent })?.at.toISOString() ?? null;

describe('when an alert goes out', () => {
  it('is at once for the first, and a minute after it for all that follow', () => {
    expect(when({})).toBe('2026-11-30T09:00:00.000Z');
    const last = new Date('2026-11-30T08:59:30Z');
    expect(when({}, { last, today: 1 })).toBe('2026-11-30T09:00:30.000Z');
    expect(when({ mode: 'at_once' }, { last, today: 1 })).toBe('2026-11-30T09:00:00.000Z');
    expect(when({}, { last: new Date('2026-11-30T08:00:00Z'), today: 1 })).toBe('2026-11-30T09:00:00.000Z');
  });

  it('is never where email is off, and at the hour of their clock for the daily one', () => {
    expect(when({ mode: 'off' })).toBeNull();
    expect(when({ mode: 'daily' })).toBe('2026-12-01T07:00:00.000Z');
    expect(when({ mode: 'daily', digestHour: 18 })).toBe('2026-11-30T17:00:00.000Z');
  });

  it('waits for the end of quiet hours, also past midnight', () => {
    const quiet = { from: '22:00', to: '07:00' };
    expect(when({ quiet })).toBe('2026-11-30T09:00:00.000Z');
    expect(when({ quiet }, {}, new Date('2026-11-30T21:30:00Z'))).toBe('2026-12-01T06:00:00.000Z');
    expect(when({ quiet }, {}, new Date('2026-11-30T05:59:00Z'))).toBe('2026-11-30T06:00:00.000Z');
    expect(when({ quiet: { from: '09:30', to: '10:30' } })).toBe('2026-11-30T09:30:00.000Z');
    expect(when({ quiet: { from: '10:00', to: '10:00' } })).toBe('2026-11-30T09:00:00.000Z');
  });

  it('is in the last email of the day once most of the day’s have gone out', () => {
    expect(when({}, { last: null, today: MOST_A_DAY - 2 })).toBe('2026-11-30T09:00:00.000Z');
    expect(when({}, { last: null, today: MOST_A_DAY - 1 })).toBe('2026-11-30T22:00:00.000Z');
    const late = new Date('2026-11-30T22:30:00Z');
    expect(when({}, { last: null, today: MOST_A_DAY }, late)).toBe('2026-11-30T23:00:00.000Z');
  });

  it('is with those that wait, and after all that was asked for at once', () => {
    const last = new Date('2026-11-30T08:59:30Z');
    const waiting = new Date('2026-11-30T09:00:20Z');
    expect(when({}, { last, waiting })).toBe('2026-11-30T09:00:20.000Z');
    expect(when({}, { moreToCome: true })).toBe('2026-11-30T09:01:00.000Z');
    expect(when({}, { moreToCome: true, waiting })).toBe('2026-11-30T09:00:20.000Z');
    expect(when({ mode: 'at_once' }, { moreToCome: true, waiting })).toBe('2026-11-30T09:00:00.000Z');
    expect(gatheredAt(NOW, last).toISOString()).toBe('2026-11-30T09:00:30.000Z');
  });

  it('is by itself unless it waits', () => {
    const gather = (preference: Partial<EmailPreference>, today = 0, now = NOW) =>
      sendAt(now, { ...DEFAULT_PREFERENCE, ...preference }, BERLIN, { ...NONE, today })?.gather;
    expect(gather({ mode: 'at_once' })).toBeNull();
    expect(gather({})).toBe('minute');
    expect(gather({ mode: 'daily' })).toBe('digest');
    expect(gather({ mode: 'at_once' }, MOST_A_DAY)).toBe('limit');
    expect(gather({ mode: 'at_once', quiet: { from: '09:30', to: '10:30' } })).toBe('quiet');
  });

  it('counts days by the person’s clock', () => {
    expect(startOfDay(NOW, BERLIN).toISOString()).toBe('2026-11-29T23:00:00.000Z');
    expect(startOfDay(NOW, 'America/New_York').toISOString()).toBe('2026-11-30T05:00:00.000Z');
  });
});

describe('the next time that clocks show', () => {
  it('follows them where they are set', () => {
    expect(nextAt(new Date('2026-03-29T00:30:00Z'), '02:30', BERLIN).toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(nextAt(new Date('2026-10-24T22:30:00Z'), '08:00', BERLIN).toISOString()).toBe('2026-10-25T07:00:00.000Z');
    expect(nextAt(NOW, '08:00', 'Not/AZone').toISOString()).toBe('2026-12-01T08:00:00.000Z');
  });

  it('is never the hour before, where clocks jump, and never a day late, where they are set back', () => {
    const york = (now: string, time: string) => nextAt(new Date(now), time, 'America/New_York').toISOString();
    expect(york('2026-03-08T06:00:00Z', '02:30')).toBe('2026-03-08T07:30:00.000Z');
    expect(york('2026-11-01T05:10:00Z', '01:30')).toBe('2026-11-01T05:30:00.000Z');
    expect(york('2026-11-01T06:10:00Z', '01:30')).toBe('2026-11-01T06:30:00.000Z');
    const quiet = { from: '22:00', to: '01:30' };
    const second = new Date('2026-11-01T06:10:00Z');
    expect(sendAt(second, { ...DEFAULT_PREFERENCE, quiet }, 'America/New_York', NONE)?.at.toISOString()).toBe(
      '2026-11-01T06:30:00.000Z',
    );
    // Cuba's clocks jump over midnight.
    expect(startOfDay(new Date('2026-03-08T12:00:00Z'), 'America/Havana').toISOString()).toBe(
      '2026-03-08T05:00:00.000Z',
    );
  });

  it('is after now, within two days, and shows that time unless clocks jump over it', () => {
    const zones = fc.constantFrom(
      'UTC',
      BERLIN,
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'Asia/Kathmandu',
      'Pacific/Chatham',
      'America/St_Johns',
      'America/Havana',
      'Africa/Cairo',
    );
    const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(zones, moments, fc.integer({ min: 0, max: 1_439 }), (zone, now, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        const at = nextAt(now, time, zone);
        const far = at.getTime() - now.getTime();
        const shown = wallClock(at, zone).toISOString().slice(11, 16);
        const jumped = shown > time && minute < 4 * 60 && Number(shown.slice(0, 2)) * 60 < minute + 120;
        return far > 0 && far <= 26 * 3_600_000 && (shown === time || jumped);
      }),
    );
  });
});
