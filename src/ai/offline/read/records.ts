import type { Span } from '@/domain/snapshot';
import type { PageIndex, Segment } from './page-index';

const MOST_LINES = 60;
const PATH = /^[^\s:]{1,300}(?=:)/;

/**
 * Of data that is shown as lines ("services[1].status: down"), the lines that are said of the value's own record: those
 * of the objects around it, and all of the entry of a list that holds it. Null for other pages.
 */
export function recordOf(page: PageIndex, segment: Segment): Span[] | null {
  if (!/json/.test(page.snapshot.contentType)) return null;
  const paths = pathsOf(page);
  const path = paths[segment.index];
  if (path === undefined) return null;
  const entry = path.slice(0, path.lastIndexOf(']') + 1);
  const lines: Span[] = [];
  const last = Math.min(paths.length, segment.index + MOST_LINES);
  for (let at = Math.max(0, segment.index - MOST_LINES); at < last; at++) {
    const other = paths[at];
    const line = page.segments[at];
    if (other === undefined || line === undefined) continue;
    if ((entry !== '' && other.startsWith(entry)) || path.startsWith(parentOf(other))) lines.push(line);
  }
  return lines;
}

/** In plain text what was named just before holds; but a line that gives a value of its own ("Sula: 4") names itself only. */
export function linesBefore(page: PageIndex, segment: Segment): Span[] {
  const isStated = NAMES_ITSELF.test(segment.text);
  const lines: Span[] = [segment];
  for (let at = segment.index - 1; at >= 0 && segment.start - (page.segments[at]?.start ?? 0) <= 160; at--) {
    const line = page.segments[at];
    if (line !== undefined && !(isStated && NAMES_ITSELF.test(line.text))) lines.push(line);
  }
  return lines;
}

const NAMES_ITSELF = /^[^:：]{2,60}[:：].*\d/u;

const KNOWN = new WeakMap<PageIndex, (string | undefined)[]>();

function pathsOf(page: PageIndex): (string | undefined)[] {
  const known = KNOWN.get(page) ?? page.segments.map(({ text }) => PATH.exec(text)?.[0]);
  KNOWN.set(page, known);
  return known;
}

/** "stations.havnvik." of "stations.havnvik.temp_c". */
function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf(']')) + 1);
}
