import { LRUCache } from 'lru-cache';
import { Cascade } from './cascade';
import { readRules } from './css-rules';

const MOST_CHARACTERS = 4_000_000;
const MOST_STYLES = 2_000;

/** Pages of a site, and the same page tomorrow, bring the same style sheets. */
const known = new LRUCache<string, Cascade>({ maxSize: MOST_CHARACTERS, sizeCalculation: (_, key) => key.length + 1 });

/** The cascade of these style sheets, read once for all pages that bring the very same ones. */
export function cascadeOf(sheets: readonly string[]): Cascade {
  const key = sheets.join('\n\0\n');
  const found = known.get(key);
  // Inline styles of many pages gather in it.
  if (found !== undefined && found.size < MOST_STYLES) return found;
  const cascade = new Cascade(sheets.flatMap(readRules));
  if (key.length < MOST_CHARACTERS / 4) known.set(key, cascade);
  return cascade;
}
