import type { Span } from '@/domain/snapshot';
import { plainSpaces } from '../../quote';
import { nodeAt, type PageIndex } from './page-index';

/** An entry of a list, with what tells it from others of the same title. */
export interface Titled {
  entry: number;
  title: Span;
  text: string;
  address: string | null;
  /** The lines behind the title. */
  lines: string[];
}

export function titled(page: PageIndex, entry: number, title: Span): Titled {
  const text = plainSpaces(page.text.slice(title.start, title.end));
  const lines = page.text
    .slice(title.end, page.nodes[entry]?.end ?? title.end)
    .split(/[\n\t]/)
    .map((line) => plainSpaces(line).trim())
    .filter((line) => line.length >= 2);
  return { entry, title, text, address: addressOf(page, entry, title), lines };
}

/** Where the title leads, without what only says from where one came; null where the path alone does not name it. */
function addressOf(page: PageIndex, entry: number, title: Span): string | null {
  for (let at = nodeAt(page, title.start, title.end); at >= entry; at = page.nodes[at]?.parent ?? -1) {
    const href = page.nodes[at]?.attributes.href;
    if (href === undefined) continue;
    const address = URL.parse(href);
    return address !== null && /[\d-]/.test(address.pathname) ? address.origin + address.pathname : null;
  }
  return null;
}

const MAX_COMPARED = 40;

/**
 * Entries that stand once each: what is shown again at the top ("Featured", "Top-Anzeige") leads to the same address,
 * or says nothing behind its title that the other does not say too.
 */
export function withoutRepeats(all: Titled[]): Titled[] {
  const groups = Map.groupBy(all, ({ text }) => text);
  return all.filter((one) => {
    const same = groups.get(one.text) ?? [];
    return !same.slice(0, MAX_COMPARED).some((other) => other !== one && repeats(one, other));
  });
}

/** Of two that say as much, the first one stays. */
function repeats(one: Titled, other: Titled): boolean {
  const [rest, otherRest] = [one.lines.join('\n'), other.lines.join('\n')];
  const less = rest.length < otherRest.length || (rest.length === otherRest.length && other.entry < one.entry);
  return less && ((one.address !== null && one.address === other.address) || otherRest.includes(rest));
}

/** What stands behind each title that is not the only one of its text: the first line that none of the others has. */
export function ownLines(all: Titled[]): (string | null)[] {
  const groups = Map.groupBy(all, ({ text }) => text);
  const counts = new Map<string, number>();
  const keyOf = ({ text }: Titled, line: string) => `${text}\n${line}`;
  for (const one of all) {
    for (const line of new Set(one.lines)) counts.set(keyOf(one, line), (counts.get(keyOf(one, line)) ?? 0) + 1);
  }
  return all.map((one) => {
    if ((groups.get(one.text)?.length ?? 0) < 2) return null;
    const lines = one.lines.filter((line) => line.length <= 120);
    const own = lines.filter((line) => counts.get(keyOf(one, line)) === 1);
    // What has no figures (a place, a firm) is there tomorrow too; a price or an age may change.
    return own.find((line) => !/\d/.test(line)) ?? own[0] ?? lines[0] ?? null;
  });
}
