import { Body, Button, Container, Head, Heading, Hr, Html, Preview, render, Text } from 'react-email';
import type { LinkPurpose } from '@/domain/account/account-access';
import { BUTTON, FONT, INK, QUIET } from './notification-body';
import type { MailContent } from './notification-mail';

interface Words {
  subject: string;
  headline: string;
  lines: string[];
  action: { label: string; url: string } | null;
}

const IGNORE = 'If this was not you, do nothing: without the link nothing happens.';
const FORGOTTEN =
  'If this was not you, set a new password at once: open the sign-in page and choose “Forgot your password?”.';

/** What a link does, in its mail's words. `email` is the address in question. */
const LINK_WORDS: Record<LinkPurpose, (email: string) => { subject: string; label: string; lines: string[] }> = {
  verify_email: (email) => ({
    subject: 'Confirm your address',
    label: 'Confirm my address',
    lines: [
      `Somebody, we hope you, opened an account at Monitors! with ${email}.`,
      'Open the link and press the button there. It works once, for two days.',
      'If this was not you, do nothing: an address that is not confirmed gets no access.',
    ],
  }),
  reset_password: (email) => ({
    subject: 'Choose a new password',
    label: 'Choose a new password',
    lines: [
      `You asked for a new password for ${email}.`,
      'The link works once, for an hour. Your new password signs you out everywhere and ends your API tokens.',
      IGNORE,
    ],
  }),
  change_email_old: (email) => ({
    subject: 'Do you want to leave this address?',
    label: 'Allow the change',
    lines: [
      `You asked to move your account from this address to ${email}.`,
      'Confirm it by the link here and by the one that we mailed to the new address. Each works once, for a day.',
      FORGOTTEN,
    ],
  }),
  change_email_new: (email) => ({
    subject: 'Is this your new address?',
    label: 'Confirm the new address',
    lines: [
      `You asked to move your account at Monitors! to ${email}.`,
      'Confirm it by the link here and by the one that we mailed to your present address. Each works once, for a day.',
      IGNORE,
    ],
  }),
  link_google: (email) => ({
    subject: 'Sign in with Google from now on?',
    label: 'Connect Google',
    lines: [
      `You signed in with the Google account of ${email}, and there is an account with this address already.`,
      'Open the link and press the button there to use Google for it. It works once, for an hour.',
      IGNORE,
    ],
  }),
};

/** The subject of the mail that confirms a new account's address. */
export const CONFIRMATION_SUBJECT = subjectOf(LINK_WORDS.verify_email('').subject);

function subjectOf(headline: string): string {
  return `${headline} · Monitors!`;
}

/** The mail that brings a link; `url` holds its secret. */
export function renderLinkMail(purpose: LinkPurpose, mail: { email: string; url: string }): Promise<MailContent> {
  const { subject, label, lines } = LINK_WORDS[purpose](mail.email);
  return renderWords({ subject: subjectOf(subject), headline: subject, lines, action: { label, url: mail.url } });
}

/** What a person is told after the fact. */
export type AccountNotice =
  | 'password_changed'
  | 'already_registered'
  | 'email_changed'
  | 'email_taken'
  | 'google_linked'
  | 'token_created'
  | 'deletion_requested'
  | 'admitted'
  | 'budget_nearly_spent'
  | 'person_restricted';

const NOTICES: Record<AccountNotice, { headline: string; label: string; lines: (detail: string) => string[] }> = {
  password_changed: {
    headline: 'Your password was changed',
    label: 'Open your account',
    lines: (ended) => [ended, FORGOTTEN],
  },
  already_registered: {
    headline: 'You have an account already',
    label: 'Sign in',
    lines: (email) => [
      `Somebody, we hope you, tried to open an account with ${email}, which has one.`,
      'Sign in with your password, or choose “Forgot your password?” there. If this was not you, do nothing.',
    ],
  },
  email_changed: {
    headline: 'Your address was changed',
    label: 'Open your account',
    lines: (email) => [`Your account and its alerts have moved to ${email}.`, FORGOTTEN],
  },
  email_taken: {
    headline: 'Somebody wanted to use your address',
    label: 'Open your account',
    lines: (email) => [
      `Somebody asked to move another account to ${email}. Since it belongs to your account, nothing was changed.`,
      'If this was you: delete one of the two accounts first.',
    ],
  },
  google_linked: {
    headline: 'Google is connected',
    label: 'Open your account',
    lines: (email) => [`From now on the Google account ${email} signs in to your account.`, FORGOTTEN],
  },
  token_created: {
    headline: 'An API token was made',
    label: 'See your API tokens',
    lines: (name) => [
      `Programs can now use your account with the token “${name}”, until you revoke it.`,
      'If this was not you, revoke it on your account page and change your password.',
    ],
  },
  deletion_requested: {
    headline: 'Your account will be deleted',
    label: 'Keep my account',
    lines: (day) => [
      `On ${day} your account, your monitors and all their history are deleted for good.`,
      'Until then you can sign in and keep your account. If this was not you, do that and change your password.',
    ],
  },
  budget_nearly_spent: {
    headline: 'The AI budget is nearly spent',
    label: 'See the statistics',
    lines: (spent) => [
      `${spent} of this month’s budget for AI readers is spent. ` +
        'At 100 % they are not asked any more until the month ends (UTC).',
      'Reading by rules goes on. To raise the budget, set AI_MONTHLY_BUDGET_USD and restart.',
    ],
  },
  person_restricted: {
    headline: 'Somebody was restricted for a while',
    label: 'See the restrictions',
    lines: (detail) => [
      `Code noticed a pattern of abuse and restricted ${detail}`,
      'It ends by itself. If it was a mistake, lift it there; whoever it concerns can work again at once.',
    ],
  },
  admitted: {
    headline: 'You are in',
    label: 'Make your first monitor',
    lines: (email) => [
      `The wait is over: the beta is open for ${email}.`,
      'Write one sentence about something you are waiting for, on any public web page. We mail you when it happens.',
    ],
  },
};

/** A notice; `detail` is the address or the day it speaks of, `url` where its button leads. */
export function renderNotice(notice: AccountNotice, mail: { detail: string; url: string }): Promise<MailContent> {
  const { headline, label, lines } = NOTICES[notice];
  return renderWords({
    subject: subjectOf(headline),
    headline,
    lines: lines(mail.detail),
    action: { label, url: mail.url },
  });
}

async function renderWords(words: Words): Promise<MailContent> {
  const html = await render(<MailBody words={words} />);
  const action = words.action ? ['', `${words.action.label}: ${words.action.url}`] : [];
  const text = [words.headline, '', ...words.lines, ...action, '', FOOTER].join('\n');
  return { subject: words.subject, html, text };
}

const FOOTER = 'You get this mail because it concerns your account at Monitors!.';

function MailBody({ words }: { words: Words }) {
  return (
    <Html lang="en">
      <Head />
      <Preview>{words.subject}</Preview>
      <Body style={{ backgroundColor: '#f4f5f8', fontFamily: FONT, color: INK, margin: 0, padding: '24px 12px' }}>
        <Container style={{ backgroundColor: '#ffffff', borderRadius: 12, padding: 28, maxWidth: 560 }}>
          <Heading as="h1" style={{ fontSize: 24, lineHeight: '32px', margin: '0 0 12px' }}>
            {words.headline}
          </Heading>
          {words.lines.map((line) => (
            <Text key={line} style={{ fontSize: 16, lineHeight: '24px', margin: '0 0 10px', overflowWrap: 'anywhere' }}>
              {line}
            </Text>
          ))}
          {words.action ? (
            <Button href={words.action.url} style={{ ...BUTTON, marginTop: 14 }}>
              {words.action.label}
            </Button>
          ) : null}
          <Hr style={{ borderColor: '#e4e7ee', margin: '24px 0 12px' }} />
          <Text style={{ color: QUIET, fontSize: 13, margin: 0 }}>{FOOTER}</Text>
        </Container>
      </Body>
    </Html>
  );
}
