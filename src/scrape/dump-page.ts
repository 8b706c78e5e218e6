import { CLOSED_SHADOWS } from './closed-shadows';
import type { DumpLimits, PageDump } from './dump-answer';
import { PageConsent } from './page-consent';
import { PageControls } from './page-controls';
import { PageDumper } from './page-dump';
import { PageFlow } from './page-flow';
import { PageMotion } from './page-motion';
import { PageStyle } from './page-style';

const LIMITS: DumpLimits = {
  elements: 40_000,
  characters: 2_000_000,
  attributes: 8_000_000,
  html: 5_000_000,
  ms: 4_000,
  depth: 300,
};
/** Characters of the answer: all that the limits allow, where each is written as an escape. */
const MOST_ANSWER = 6 * (LIMITS.characters + LIMITS.attributes + LIMITS.html) + 400 * LIMITS.elements;

/**
 * The script that reads a page (see PageDumper), as an expression whose value is JSON for `parseDump`. What asks for
 * consent to cookies is left out. A class as text carries all that it needs; `__name` is what some
 * compilers call in it.
 */
export function dumpScript(): string {
  const ignored = `new (${PageConsent})().find()`;
  return `(() => { const __name = (value) => value; new (${PageMotion})().end();
    return new (${PageDumper})(new (${PageStyle})(), new (${PageFlow})(), new (${PageControls})(), ${JSON.stringify(LIMITS)}, ${ignored}, ${CLOSED_SHADOWS}).run();
  })()`;
}

/** Reads what the script gave; the script runs in a world that the page cannot reach, so its shape is ours. */
export function parseDump(json: string): PageDump {
  if (json.length > MOST_ANSWER) throw new Error('the page dump is larger than its limits allow');
  const dump: PageDump = JSON.parse(json);
  if (typeof dump !== 'object' || dump === null || typeof dump.root !== 'object') throw new Error('not a page dump');
  return dump;
}
