import type { FailureOutcome } from '../outcome';

/** A failure for people. Its code (`fact_missing`) is for programs: the API and the command line. */
export interface OutcomeWords {
  /** Two to four words for a status or a count: "Page refused us". */
  short: string;
  /** What happened, as a part of a sentence: "the site refused to show the page". */
  phrase: string;
  /** What may help, as whole sentences. */
  advice: string;
}

const WORDS: Record<FailureOutcome, OutcomeWords> = {
  unavailable: {
    short: 'Page did not answer',
    phrase: 'the page could not be loaded',
    advice: 'The site may be down. Try again later; if it never works, check the address.',
  },
  not_found: {
    short: 'Page not found',
    phrase: 'the page was not found',
    advice: 'The page may have moved. Open it in your browser, and put its new address into the monitor.',
  },
  blocked: {
    short: 'Page refused us',
    phrase: 'the site refused to show the page',
    advice: 'The site turns programs away. Another page with the same fact often works: a different shop, or a list.',
  },
  login_required: {
    short: 'Page asks to sign in',
    phrase: 'the page asks for a sign-in',
    advice: 'Only public pages can be read. Look for the same fact on a page that opens without signing in.',
  },
  empty: {
    short: 'Page shows nothing',
    phrase: 'the page had nothing to read',
    advice: 'There was no text to read. Open the page in a private window to see what a stranger sees.',
  },
  fact_missing: {
    short: 'Not on the page',
    phrase: 'the page does not show it',
    advice: 'Name it as the page does, with the words that stand beside it, or give a more specific page.',
  },
  unverified: {
    short: 'Could not be proven',
    phrase: 'the reading could not be verified',
    advice: 'What was read does not stand on the page word for word, so it is not shown. Name the fact more precisely.',
  },
  url_refused: {
    short: 'Address not allowed',
    phrase: 'the address is not allowed',
    advice: 'Only public web pages can be read: an address that begins with http:// or https:// and opens for anyone.',
  },
  reader_unavailable: {
    short: 'Could not be read now',
    phrase: 'no reader could read the page',
    advice: 'That is on our side. Try again in a few minutes.',
  },
  internal: {
    short: 'Something broke',
    phrase: 'something went wrong on our side',
    advice: 'That is on our side. Try again in a few minutes.',
  },
};

/** Whether a failed check counted, and why. */
function chargeWords(outcome: FailureOutcome, chargeReturned: boolean): string {
  if (chargeReturned) return 'Your check was given back.';
  if (outcome === 'url_refused') return 'The check counted: an address that is not allowed cannot be read.';
  return 'The check counted: the page was read to its end.';
}

/** What a failed check did not do, and whether it counted. */
export function notDoneWords(outcome: FailureOutcome, chargeReturned: boolean): string {
  return `No alert, and the value stayed as it was. ${chargeWords(outcome, chargeReturned)}`;
}

/** The same of a preview, which counts nothing. */
export const NOTHING_SAVED = 'Nothing was saved, and no check was used.';

/** What a failed evaluation is called, what happened, and what to try. */
export function outcomeWords(outcome: FailureOutcome): OutcomeWords {
  return WORDS[outcome];
}
