import { z } from 'zod';
import type { PageCut } from './page-cut';
import type { Span } from './written/span';

/** A rectangle in CSS pixels from the top left of the whole page. */
export const Box = z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type Box = z.infer<typeof Box>;

export type { Span };

/**
 * One visible element, in document order. Its text is `snapshot.text.slice(start, end)`; a parent's span contains
 * its children's. Elements without visible text are left out, `img` stands for its alt text, `select` for its
 * chosen option, `input` for its value. Exception: an empty cell of a row with text is kept (start === end), and a tab
 * stands for it before a filled one, so that columns can be counted.
 */
export interface VisibleNode extends Span {
  /** Index of the nearest kept ancestor in `Snapshot.nodes`, -1 for the root. */
  parent: number;
  /** Lower-case tag name, e.g. "td", "s", "h1". */
  tag: string;
  /** Only: id, class, itemprop, itemtype, itemscope, role, aria-label, name, datetime, href (absolute), value, content,
   * data-testid, headers, scope, colspan, rowspan, for, type, lang, title,
   * disabled, aria-disabled. */
  attributes: Record<string, string>;
  /** Drawn struck through (del, s, strike, or by style): an old price, a cancelled date. */
  struck?: true;
  /** Computed size in CSS pixels; full looks only. */
  fontSize?: number;
  /** Full looks only. */
  box?: Box;
}

/** The boxes of one run of text; full looks only. */
export interface TextRun extends Span {
  box: Box;
  /** One for each of its words, where it is short and holds a number among others. */
  words?: Box[];
}

/** The box around what stands at a span: around its words where their boxes are known, else its runs; null for none. */
export function boxOfSpan({ runs, text }: Pick<Snapshot, 'runs' | 'text'>, span: Span): Box | null {
  const boxes = runs
    .filter((run) => run.start < span.end && run.end > span.start)
    .flatMap((run) => wordsWithin(run, text, span) ?? [run.box]);
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/** The boxes of the words that a span touches; null where it takes in all, or they are not known. */
function wordsWithin({ start, end, words }: TextRun, text: string, span: Span): Box[] | null {
  if (words === undefined || (span.start <= start && span.end >= end)) return null;
  const touched = [...text.slice(start, end).matchAll(/\S+/g)].flatMap(({ index, 0: word }, at) => {
    const [from, box] = [start + index, words[at]];
    return box !== undefined && from < span.end && from + word.length > span.start ? [box] : [];
  });
  return touched.length === 0 ? null : touched;
}

/** An entity that the page states for machines, e.g. a JSON-LD Product. */
export interface StructuredItem {
  syntax: 'json-ld' | 'microdata' | 'open-graph' | 'meta' | 'json' | 'feed' | 'csv';
  /** Where it stands: "json-ld[0].offers" or "microdata[2]". */
  path: string;
  /** Schema.org type without its address ("Product"), or null. */
  type: string | null;
  /** JSON as the page gives it. Untrusted: parse before use. */
  data: unknown;
}

/** What was loaded from a source. Everything in it is untrusted text. */
export interface Snapshot {
  requestedUrl: string;
  finalUrl: string;
  /** HTTP status of the final response. */
  status: number;
  /** Media type without parameters, e.g. "text/html". */
  contentType: string;
  title: string;
  /** BCP 47 tag that the page declares, or null. */
  language: string | null;
  /** "full": a real browser; "cheap": plain HTTP without scripts or styles. */
  look: 'full' | 'cheap';
  /** ISO 8601 in UTC. */
  loadedAt: string;
  /** Time spent, in milliseconds. */
  loadMs: number;
  /**
   * The visible text in reading order. Blocks are separated by "\n", cells of a table row by "\t", white space is
   * otherwise collapsed to single spaces.
   */
  text: string;
  nodes: VisibleNode[];
  runs: TextRun[];
  structured: StructuredItem[];
  /** Only where the page was not read to its end: nothing may be concluded from what is not in it. */
  cut?: PageCut;
}
