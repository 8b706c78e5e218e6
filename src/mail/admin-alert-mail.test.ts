import { expect, it } from 'vitest';
import { type AdminAlert, renderAdminAlert } from './admin-alert-mail';

const began: AdminAlert = {
  ...{ kind: 'began', title: 'Requests fail', severity: 'critical', url: 'https://monitors.example.org/admin/alerts' },
  ...{ beganAt: new Date('2026-11-30T09:05:00Z'), endedAt: null },
  why: '7 of 80 requests failed (8.8 %) within 5 minutes.',
};

it('says what is wrong, how bad it is and since when, in a plain text of its own', async () => {
  const mail = await renderAdminAlert(began);
  expect(mail.subject).toBe('Alert: Requests fail · Monitors!');
  expect(mail.text).toBe(`Requests fail

7 of 80 requests failed (8.8 %) within 5 minutes.

How bad: Critical: look at it now
Since: 2026-11-30 09:05 UTC

Open the alerts: https://monitors.example.org/admin/alerts

-- 
You get this email because you are an admin of this Monitors! service. An alert rule is told of once when it \
begins to fire and once when it is over; it can be silenced for a while on that page.
Privacy: https://monitors.example.org/privacy
`);
  for (const part of [
    '7 of 80 requests failed',
    'Critical: look at it now',
    'href="https://monitors.example.org/admin/alerts"',
  ])
    expect(mail.html).toContain(part);
});

it('says that it is over, and how long it was', async () => {
  const mail = await renderAdminAlert({ ...began, kind: 'ended', endedAt: new Date('2026-11-30T10:17:00Z') });
  expect(mail.subject).toBe('Over: Requests fail · Monitors!');
  expect(mail.text).toContain('Until: 2026-11-30 10:17 UTC, after 1 h 12 min');
  expect(mail.text).not.toContain('How bad');
});

it('cannot be made to say more by what it is told', async () => {
  const mail = await renderAdminAlert({
    ...began,
    title: 'A\r\nBcc: x@y.example',
    why: '<script>alert(1)</script>\n\nX',
  });
  expect(mail.subject).not.toMatch(/[\r\n]/);
  expect(mail.html).not.toContain('<script>');
});
