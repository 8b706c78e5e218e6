import { expect, it } from 'vitest';
import { theme } from '@/ui/shell/theme';
import { renderLinkMail } from './account-mail';
import { BUTTON } from './mail-style';
import { renderErrorMail } from './notification-mail';

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
