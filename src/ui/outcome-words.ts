import type { FailureOutcome } from '@/domain/outcome';

/** A failure for people: two or three words for a status, and what may help. */
export interface OutcomeWords {
  short: string;
  advice: string;
}

const WORDS: Record<FailureOutcome, OutcomeWords> = {
  unavailable: {
    short: 'Page did not answer',
    advice: 'The site may be down. Try again later; if it never works, check the address.',
  },
  not_found: {
    short: 'Page not found',
    advice: 'The page may have moved. Open it in your browser, and put its new address into the monitor.',
  },
  blocked: {
    short: 'Page refused us',
    advice: 'The site turns programs away. Another page with the same fact often works: a different shop, or a list.',
  },
  login_required: {
    short: 'Page asks to sign in',
    advice: 'Only public pages can be read. Look for the same fact on a page that opens without signing in.',
  },
  empty: {
    short: 'Page shows nothing',
    advice: 'There was no text to read. Open the page in a private window to see what a stranger sees.',
  },
  fact_missing: {
    short: 'Not on the page',
    advice: 'Name it as the page does, with the words that stand beside it, or give a more specific page.',
  },
  unverified: {
    short: 'Could not be proven',
    advice: 'What was read does not stand on the page word for word, so it is not shown. Name the fact more precisely.',
  },
  url_refused: {
    short: 'Address not allowed',
    advice: 'Only public web pages can be read: an address that begins with http:// or https:// and opens for anyone.',
  },
  reader_unavailable: {
    short: 'Could not be read now',
    advice: 'That is on our side. Try again in a few minutes.',
  },
  internal: { short: 'Something broke', advice: 'That is on our side. Try again in a few minutes.' },
};

/** What a failed evaluation is called, and what to try. */
export function outcomeWords(outcome: FailureOutcome): OutcomeWords {
  return WORDS[outcome];
}
