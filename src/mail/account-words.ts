import type { LinkPurpose } from '@/domain/account/account-access';

/** An email about an account in words. */
export interface AccountWords {
  subject: string;
  headline: string;
  lines: string[];
  button: { label: string; url: string };
  footer: string;
}

const IGNORE = 'If this was not you, do nothing: without the link nothing happens.';
const FORGOTTEN =
  'If this was not you, set a new password at once: open the sign-in page and choose “Forgot your password?”.';

interface LinkWords {
  subject: string;
  label: string;
  lines: string[];
}

/** What a link does, in its mail's words. `email` is the address in question. */
export const LINK_WORDS: Record<LinkPurpose, (email: string) => LinkWords> = {
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

/** What a person is told after the fact. */
export type AccountNotice =
  | 'password_changed'
  | 'welcome'
  | 'already_registered'
  | 'email_changed'
  | 'email_taken'
  | 'google_linked'
  | 'token_created'
  | 'export_ready'
  | 'deletion_requested'
  | 'deletion_by_admin'
  | 'admitted'
  | 'history_leaving'
  | 'person_restricted';

interface NoticeWords {
  headline: string;
  label: string;
  /** Those who run the service get it, about the whole of it. */
  isForAdmins?: true;
  /** Who turned their emails off gets none of these. */
  isOptional?: true;
  /** `detail` is the address, the day, the name or the size that it speaks of. */
  lines: (detail: string) => string[];
}

export const NOTICE_WORDS: Record<AccountNotice, NoticeWords> = {
  welcome: {
    headline: 'Welcome to Monitors!',
    label: 'Make your first monitor',
    lines: (email) => [
      `Your address ${email} is confirmed, and your account is ready.`,
      'Write one sentence about something that you want to be told of, and give the page where it stands: “Tell me ' +
        'when the Aurora One costs less than $300.”',
      'We read it from the page, show you the quote and a picture of it, and mail you when it happens.',
    ],
  },
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
  export_ready: {
    headline: 'Your data is ready',
    label: 'Get it on your account page',
    lines: (detail) => [
      `The export of all that your account holds is ready: ${detail}.`,
      'Only you can get it, signed in. If this was not you, change your password.',
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
  deletion_by_admin: {
    headline: 'Your account will be deleted',
    label: 'Keep my account',
    lines: (day) => [
      `An admin of this service has asked for it: on ${day} your account, your monitors and all their history are ` +
        'deleted for good.',
      'Until then you can sign in, export your data and keep your account, unless it is suspended.',
    ],
  },
  history_leaving: {
    isOptional: true,
    headline: 'Some of your history is about to leave',
    label: 'Get my data',
    lines: (what) => [
      `Values, quotes and pictures are kept for a while, and then they go. Next are yours of ${what}.`,
      'Your monitors go on as they are. To keep what they read, get your data before then: a zip with all of it.',
    ],
  },
  person_restricted: {
    isForAdmins: true,
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
