/**
 * `ok`: well. `advice`: well enough, and it could be better. `mend`: without it emails are refused or taken for spam.
 * `unknown`: DNS did not say, or what would tell was not named; it counts as not well.
 */
export type Level = 'ok' | 'advice' | 'mend' | 'unknown';

export interface Finding {
  level: Level;
  /** "SPF", "DKIM s1", "DMARC". */
  about: string;
  says: string;
  /** What to do next; empty where there is nothing to do. */
  next: string;
}

export function finding(level: Level, about: string, says: string, next = ''): Finding {
  return { level, about, says, next };
}

const MOST_SHOWN = 100;

/** What somebody else wrote, as one short line: in a terminal control characters are commands. */
export function shown(text: string, most = MOST_SHOWN): string {
  const line = text
    .slice(0, 20 * most)
    .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
    .trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
}

/** A level as it is printed, all of one width. */
const MARKS: Record<Level, string> = { ok: 'ok     ', advice: 'better ', mend: 'mend   ', unknown: 'unknown' };

const LONGEST_LINE = 1_000;

/** One line a finding, and one that says how many are not well. */
export function reportLines(findings: readonly Finding[]): string[] {
  const lines = findings.map(({ level, about, says, next }) => {
    // Once more, whoever forgot it in one place.
    return `${MARKS[level]}  ${shown(`${about}: ${says}${next === '' ? '' : ` → ${next}`}`, LONGEST_LINE)}`;
  });
  const faults = findings.filter(isFault).length;
  const end = faults === 0 ? 'All that is required is well.' : `${faults} of ${findings.length} findings to mend.`;
  return [...lines, end];
}

export function isFault({ level }: Finding): boolean {
  return level === 'mend' || level === 'unknown';
}
