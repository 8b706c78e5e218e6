import { describe, expect, it } from 'vitest';
import { LinkPurpose } from '@/domain/account/account-access';
import { theme } from '@/ui/shell/theme';
import { renderLinkMail, renderNotice } from './account-mail';
import { BUTTON } from './notification-body';
import { localTime, renderAlertMail, renderErrorMail, renderRecoveredMail } from './notification-mail';

describe('account mails', () => {
  it.each(LinkPurpose.options)('%s brings its link in text and in HTML', async (purpose) => {
    const url = 'https://monitors.example.org/verify?secret=abc_DEF-123';
    const mail = await renderLinkMail(purpose, { email: 'ada@example.org', url });
    expect(mail.text).toContain(url);
    expect(mail.html).toContain(url);
    expect(mail.text).toContain('ada@example.org');
    expect(mail.subject).toMatch(/ · Monitors!$/);
  });

  it('keeps what people typed in its place', async () => {
    const detail = '<img src=x onerror=alert(1)>';
    const mail = await renderNotice('token_created', { detail, url: 'https://monitors.example.org/account' });
    expect(mail.html).not.toContain('<img');
    expect(mail.text).toContain(detail);
  });
});

const ABOUT = {
  monitorName: 'Kettle One',
  monitorUrl: 'https://monitors.example.org/monitors/1',
  source: 'https://shop.example.org/kettle-one',
  sentence: 'Alert: $283.00 is below $300.00.',
  at: new Date('2026-11-22T12:00:00Z'),
  timeZone: 'Europe/Oslo',
};
const money = (number: string) => ({ type: 'number', number, unit: 'USD' }) as const;

describe('mails about a monitor', () => {
  it('an alert says old → new, why, the quote, the source and the local time', async () => {
    const mail = await renderAlertMail({ ...ABOUT, previous: money('310'), current: money('283'), quote: '$283.00' });
    expect(mail.subject).toBe('Kettle One: $310.00 → $283.00');
    for (const part of ['$310.00 → $283.00', ABOUT.sentence, '“$283.00”', ABOUT.source, '13:00', ABOUT.monitorUrl]) {
      expect(mail.text).toContain(part);
    }
    expect(mail.html).toContain('Kettle One');
  });

  it('an alert about absence says that it is no longer there', async () => {
    const mail = await renderAlertMail({ ...ABOUT, previous: money('310'), current: null, quote: 'No offers' });
    expect(mail.subject).toBe('Kettle One: $310.00 → no longer there');
  });

  it('keeps page text in its place: one line of subject, no markup', async () => {
    const monitorName = `Kettle\r\nBcc: everyone@example.org <img src=x onerror=alert(1)> ${'x'.repeat(300)}`;
    const mail = await renderErrorMail({ ...ABOUT, outcome: 'blocked', monitorName });
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.subject.length).toBeLessThanOrEqual(150);
    expect(mail.html).not.toContain('<img src=x');
  });

  it('an error episode has a first and a last mail', async () => {
    const first = await renderErrorMail({ ...ABOUT, outcome: 'blocked' });
    expect(first.text).toContain('one more mail when it works again');
    expect(first.text).toContain('Another page with the same fact often works');
    expect((await renderRecoveredMail({ ...ABOUT, current: money('283') })).subject).toBe(
      'Kettle One: works again ($283.00)',
    );
  });

  it('falls back to UTC for a zone that nobody knows', () => {
    expect(localTime({ at: ABOUT.at, timeZone: 'Nowhere/None' })).toContain('12:00');
  });
});

it("the buttons of all mails have the app's own colour", async () => {
  const shade = (theme.primaryShade as { light: number }).light;
  expect(BUTTON.backgroundColor).toBe(theme.colors?.[theme.primaryColor ?? '']?.[shade]);
  const about = { monitorName: 'Tea', monitorUrl: 'https://m.example/1', source: 'https://s.example', sentence: 'No.' };
  const failed = { outcome: 'blocked', at: new Date(0), timeZone: 'UTC' } as const;
  const mails = [
    await renderErrorMail({ ...about, ...failed }),
    await renderLinkMail('verify_email', { email: 'ada@example.org', url: 'https://m.example/verify' }),
  ];
  for (const { html } of mails) {
    const button = /<a [^>]*style="([^"]*)"/.exec(html)?.[1];
    expect(button).toContain(`background-color:${BUTTON.backgroundColor}`);
  }
});
