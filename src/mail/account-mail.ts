import type { LinkPurpose } from '@/domain/account/account-access';
import { plainLine } from '@/domain/email/plain-line';
import { type AccountNotice, type AccountWords, LINK_WORDS, NOTICE_WORDS } from './account-words';
import type { MailContent } from './mail-content';
import { privacyUrl } from './privacy-url';

export type { AccountNotice } from './account-words';

/** The subject of the mail that confirms a new account's address. */
export const CONFIRMATION_SUBJECT = subjectOf(LINK_WORDS.verify_email('').subject);

function subjectOf(headline: string): string {
  return `${headline} · Monitors!`;
}

/** Longer than any address or name of ours; what is longer is no use to anybody. */
const LONGEST_DETAIL = 500;

/** The mail that brings a link; `url` holds its secret. */
export function renderLinkMail(purpose: LinkPurpose, mail: { email: string; url: string }): Promise<MailContent> {
  const { subject, label, lines } = LINK_WORDS[purpose](plainLine(mail.email, LONGEST_DETAIL));
  const footer = 'You get this email because somebody asked for it at Monitors! with your address.';
  const button = { label, url: mail.url };
  return renderAccountMail({ subject: subjectOf(subject), headline: subject, lines, button, footer });
}

/** A notice; `detail` is the address, the day, or what else it speaks of, `url` where its button leads. */
export function renderNotice(notice: AccountNotice, mail: { detail: string; url: string }): Promise<MailContent> {
  const { headline, label, lines, isForAdmins, isOptional } = NOTICE_WORDS[notice];
  return renderAccountMail({
    subject: subjectOf(headline),
    headline,
    lines: lines(plainLine(mail.detail, LONGEST_DETAIL)),
    button: { label, url: mail.url },
    footer: isForAdmins ? ADMIN_FOOTER : isOptional ? OPTIONAL_FOOTER : FOOTER,
  });
}

const FOOTER = 'You get this email because it concerns your Monitors! account. Such emails cannot be turned off.';
const OPTIONAL_FOOTER =
  'You get this email because it concerns your Monitors! account. It comes once for each month of your history, and ' +
  'not while your emails are off.';
const ADMIN_FOOTER = 'You get this email because you are an admin of this Monitors! service.';

async function renderAccountMail(words: AccountWords): Promise<MailContent> {
  const { subject, headline, lines, button, footer } = words;
  const link = `${button.label}: ${button.url}`;
  const privacy = `Privacy: ${privacyUrl(button.url)}`;
  const text = [headline, '', ...lines, '', link, '', '-- ', footer, privacy, ''].join('\n');
  // As with other emails, react-email is loaded with the first one.
  const { renderAccountBody } = await import('./account-body');
  return { subject, html: await renderAccountBody(words), text };
}
