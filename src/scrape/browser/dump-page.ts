import { CONSENT } from '../document/consent-words';
import { DUMP_LIMITS } from '../document/dump-answer';
import { CLOSED_SHADOWS } from './closed-shadows';
import { PageConsent } from './in-page/page-consent';
import { PageControls } from './in-page/page-controls';
import { PageDumper } from './in-page/page-dump';
import { PageFlow, PageMotion } from './in-page/page-flow';
import { PageStyle } from './in-page/page-style';

/**
 * The script that reads a page (see PageDumper), as an expression whose value is JSON for `parseDump`. What asks for
 * consent to cookies is left out. A class as text carries all that it needs; `__name` is what some
 * compilers call in it.
 */
export function dumpScript(): string {
  const ignored = `${consentScript()}.find()`;
  const parts = [PageStyle, PageFlow, PageControls].map((part) => `new (${part})()`);
  const given = [...parts, JSON.stringify(DUMP_LIMITS), ignored, CLOSED_SHADOWS].join(', ');
  return `(() => { const __name = (value) => value; new (${PageMotion})().end();
    return new (${PageDumper})(${given}).run();
  })()`;
}

/** What makes a PageConsent inside the page, as an expression: the class and its patterns as text. */
export function consentScript(): string {
  const { words, answers, names } = CONSENT;
  return `new (${PageConsent})(${words}, ${answers}, ${names})`;
}
