import { describe, expect, it } from 'vitest';
import { LinkPurpose } from '@/domain/account/account-access';
import { type AccountNotice, CONFIRMATION_SUBJECT, renderLinkMail, renderNotice } from './account-mail';
import { NOTICE_WORDS } from './account-words';
import { LIGHT } from './look';

describe('a mail with a link', () => {
  it.each(LinkPurpose.options)('%s brings it in text and in HTML, and says why it came', async (purpose) => {
    const url = 'https://monitors.example.org/verify?secret=abc_DEF-123';
    const mail = await renderLinkMail(purpose, { email: 'ada@example.org', url });
    expect(mail.text).toContain(url);
    expect(mail.html).toContain(`href="${url}"`);
    expect(mail.text).toContain('ada@example.org');
    expect(mail.text).toContain('You get this email because');
    expect(mail.subject).toMatch(/ · Monitors!$/);
  });

  it('confirms an address under a subject that its page can name', async () => {
    const mail = await renderLinkMail('verify_email', { email: 'ada@example.org', url: 'https://m.example' });
    expect(mail.subject).toBe(CONFIRMATION_SUBJECT);
  });
});

describe('a notice', () => {
  it.each(Object.keys(NOTICE_WORDS) as AccountNotice[])('%s says what happened and where to go', async (notice) => {
    const mail = await renderNotice(notice, { detail: 'THE DETAIL', url: 'https://monitors.example.org/account' });
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain('THE DETAIL');
      expect(part).toContain('https://monitors.example.org/account');
      expect(part).toContain('You get this email because');
      expect(part).toContain('https://monitors.example.org/privacy');
    }
    expect(mail.html).toContain('color-scheme');
    expect(/<a [^>]*class="button"[^>]*>/.exec(mail.html)?.[0]).toContain(`background-color:${LIGHT.button}`);
    expect(mail.text).not.toMatch(/<[a-z]/i);
  });
});
