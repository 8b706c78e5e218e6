import { describe, expect, it } from 'vitest';
import { LinkPurpose } from '@/domain/account/account-access';
import { renderLinkMail, renderNotice } from './account-mail';

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
