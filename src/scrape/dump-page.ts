import { CLOSED_SHADOWS } from './closed-shadows';
import { PageConsent } from './page-consent';
import { PageControls } from './page-controls';
import { type PageDump, PageDumper } from './page-dump';
import { PageFlow } from './page-flow';
import { PageMotion } from './page-motion';
import { PageStyle } from './page-style';

const LIMITS = { elements: 40_000, characters: 2_000_000, ms: 4_000, depth: 300 };

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
  const dump: PageDump = JSON.parse(json);
  if (typeof dump !== 'object' || dump === null || typeof dump.root !== 'object') throw new Error('not a page dump');
  return dump;
}
