import { CONSENT } from '../document/consent-words';
import { PageConsent } from './in-page/page-consent';

/** What makes a PageConsent inside the page, as an expression: the class and its patterns as text. */
export function consentScript(): string {
  const { words, answers, names } = CONSENT;
  return `new (${PageConsent})(${words}, ${answers}, ${names})`;
}
