import { listDifference, type Part, textDifference } from '../value/difference';
import { isAbsence } from '../value/readable-value';
import type { FactValue } from '../value/value';
import type { News } from './news';
import { LONGEST_SHOWN } from './news-words';
import { plainLine } from './plain-line';

/** What came and what went, of a value too long to be told whole. */
export type Difference =
  | { kind: 'text'; parts: Part[] }
  | { kind: 'list'; added: string[]; moreAdded: number; removed: string[]; moreRemoved: number };

/** Whether a text is told by what changed in it. */
export function isLong(text: string): boolean {
  return text.length > LONGEST_SHOWN;
}

/** How much is shown: characters of all parts, and around a change; entries, and characters of each. */
export interface DifferenceSize {
  parts: number;
  context: number;
  entries: number;
  entry: number;
}

/** What to show of the difference between two values; null where they are told by themselves. */
export function differenceOf(
  { previous, current }: Pick<News, 'previous' | 'current'>,
  sizes: DifferenceSize,
): Difference | null {
  if (current?.type === 'object') return listOf(previous, current.items, sizes);
  if (current?.type !== 'string') return null;
  const now = plainLine(current.text);
  const before = previous?.type === 'string' && !isAbsence(previous) ? plainLine(previous.text) : null;
  if (!isLong(now) && (before === null || !isLong(before))) return null;
  if (before === null) return { kind: 'text', parts: [{ kind: 'same', text: plainLine(now, sizes.parts) }] };
  return { kind: 'text', parts: firstOf(textDifference(before, now, { context: sizes.context }), sizes.parts) };
}

/** The same of a value's own history: null also where nothing came or went that could be shown. */
export function changesBetween(
  previous: FactValue | null,
  current: FactValue | null,
  sizes: DifferenceSize,
): Difference | null {
  const difference = differenceOf({ previous, current }, sizes);
  if (difference?.kind === 'text') return difference.parts.some(({ kind }) => kind !== 'same') ? difference : null;
  const told = (difference?.added.length ?? 0) + (difference?.removed.length ?? 0);
  return told === 0 ? null : difference;
}

function listOf(previous: FactValue | null, items: readonly string[], sizes: DifferenceSize): Difference {
  const { added, removed } = listDifference(previous?.type === 'object' ? previous.items : [], items);
  const shown = (all: readonly string[]) => all.slice(0, sizes.entries).map((one) => plainLine(one, sizes.entry));
  return {
    kind: 'list',
    added: shown(added),
    moreAdded: Math.max(0, added.length - sizes.entries),
    removed: shown(removed),
    moreRemoved: Math.max(0, removed.length - sizes.entries),
  };
}

/** The first parts, `most` characters of them together; what was removed must not leave no room for what was added. */
function firstOf(parts: readonly Part[], most: number): Part[] {
  let left = most;
  const shown: Part[] = [];
  for (const part of parts) {
    if (left <= 0) {
      shown.push({ kind: 'same', text: '…' });
      break;
    }
    const longest = Math.max(40, Math.floor(part.kind === 'removed' ? left / 2 : left));
    const text = part.text.length > longest ? `${plainLine(part.text, longest)} ` : part.text;
    left -= text.length;
    shown.push({ ...part, text });
  }
  return shown;
}
