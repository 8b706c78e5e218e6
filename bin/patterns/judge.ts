import { isSafePattern } from 'redos-detector';
import { analyse } from 'scslre';

/** Milliseconds for one pattern that repeats a group; under load five seconds were too few for one that is linear. */
const SEARCH_MS = 30_000;
/** More ways than this to read one text, and the time grows with each of them. */
const MOST_WAYS = 10_000;

/**
 * Why a pattern can take more than linear time on some text, or null. Two kept checkers, since each is blind to what
 * the other sees: scslre finds repetitions that compete for the same characters (`\s*,?\s*`, `(a+)+`) and those that
 * are begun anew at each character (`\s+$`), exactly and at once; redos-detector follows the ways to read a repeated
 * group (`(a|aa)*`), which is slow, so it gets only patterns that repeat one.
 */
export function superLinear(source: string, flags: string): string | null {
  const faults = new Set(analyse({ source, flags }).reports.map(told));
  if (faults.size > 0) return [...faults].join('; ');
  return repeatsGroup(source) ? ambiguous(source, flags) : null;
}

const REPEATED_GROUP = /\)(?:[*+]|\{\d+,\})/;

function repeatsGroup(source: string): boolean {
  return REPEATED_GROUP.test(source);
}

type Report = ReturnType<typeof analyse>['reports'][number];

function told(report: Report): string {
  const growth = report.exponential ? 'exponential' : 'polynomial';
  switch (report.type) {
    case 'Self':
      return `${growth}: ${report.quant.raw} competes with itself`;
    case 'Trade':
      return `${growth}: ${report.startQuant.raw} and ${report.endQuant.raw} compete`;
    case 'Move':
      return `${growth}: ${report.quant.raw} is begun anew at each character`;
  }
}

/** Held to its beginning: that it is tried at each character is for the other checker to judge. */
function ambiguous(source: string, flags: string): string | null {
  const anchored = `^(?:${source})`;
  const { error } = isSafePattern(anchored, {
    unicode: /[uv]/.test(flags),
    caseInsensitive: flags.includes('i'),
    downgradePattern: true,
    maxScore: MOST_WAYS,
    timeout: SEARCH_MS,
  });
  return error === null ? null : `a repeated group can be read in too many ways (${error})`;
}
