import type { FailureOutcome } from '@/domain/outcome';

interface Told {
  outcome: FailureOutcome;
  /** For the person: what happened, what to do. */
  message: string;
  retryable: boolean;
}

/** Why an answer is not the page that was asked for, and how that is told. */
export const REASONS = {
  bot_check: {
    outcome: 'blocked',
    message:
      'The site asks visitors to prove that they are human, so we could not see the page. We do not get ' +
      'around such checks: try another page that shows the same fact.',
    retryable: false,
  },
  access_denied: {
    outcome: 'blocked',
    message: 'The site refused to show us the page. Try another page that shows the same fact.',
    retryable: false,
  },
  rate_limited: {
    outcome: 'blocked',
    message: 'The site says that it gets too many requests. Wait a while, then check again.',
    retryable: true,
  },
  geo_wall: {
    outcome: 'blocked',
    message:
      'The site does not show this page in the country that we look from. Try a page of the same site for ' +
      'another country, or another site.',
    retryable: false,
  },
  consent_wall: {
    outcome: 'blocked',
    message:
      'The site shows its question about cookies instead of the page. Try a more direct address of the ' +
      'page, or another page that shows the same fact.',
    retryable: false,
  },
  age_gate: {
    outcome: 'blocked',
    message:
      "The site asks for its visitors' age instead of showing the page. We do not answer for you: try " +
      'another page that shows the same fact.',
    retryable: false,
  },
  waiting_room: {
    outcome: 'unavailable',
    message: 'The site has put its visitors in a waiting line. Check again later.',
    retryable: true,
  },
  login: {
    outcome: 'login_required',
    message: 'The page asks for a login. We read only what anyone can see: use a public address that shows the fact.',
    retryable: false,
  },
  not_found: {
    outcome: 'not_found',
    message:
      'The site says that there is no such page. It may have moved: open it in your browser and copy the new address.',
    retryable: false,
  },
  parked: {
    outcome: 'not_found',
    message: 'There is no site at this address any more: the domain is parked or for sale. Check the spelling.',
    retryable: false,
  },
  no_site: {
    outcome: 'not_found',
    message: 'There is a server at this address, but no site on it yet. Check the address.',
    retryable: false,
  },
  suspended: {
    outcome: 'unavailable',
    message: 'The site has been switched off by its owner or host. Try again in a few days, or another page.',
    retryable: false,
  },
  maintenance: {
    outcome: 'unavailable',
    message: 'The site is closed for maintenance at the moment. Check again later.',
    retryable: true,
  },
  site_error: {
    outcome: 'unavailable',
    message: 'The site shows an error of its own instead of the page. Check again in a few minutes.',
    retryable: true,
  },
  shell: {
    outcome: 'empty',
    message:
      'The page showed no content: it is built by scripts that did not finish. Check again; if that does ' +
      'not help, try another page that shows the same fact.',
    retryable: true,
  },
  no_text: {
    outcome: 'empty',
    message: 'The page loaded, but it shows no text. Check that the address is the one where you see the fact.',
    retryable: true,
  },
} as const satisfies Record<string, Told>;

export type Reason = keyof typeof REASONS;
