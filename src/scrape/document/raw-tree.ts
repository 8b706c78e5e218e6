import type { Box } from '@/domain/snapshot';

/**
 * What a person would see of a page, before it is composed into text: made by the static parser (parse-html) and by
 * the in-page dump of the browser. Hidden things are not in it.
 */
export type RawNode = RawText | RawElement;

/** One run of text as it stands in the document; white space is not yet collapsed. Neighbouring runs are joined. */
export interface RawText {
  text: string;
  /** Full looks only: the union of the run's client rectangles, in page coordinates. */
  box?: Box;
  /** Full looks only: one for each of its words, where it is short and holds a number among others. */
  words?: Box[];
}

/**
 * How an element stands against its neighbours. block, list-item, row: on lines of their own. cell: a column of the
 * nearest row. piece: in the line, but set apart (button, input, select, img, inline-block that is drawn with a gap).
 * break: ends the line (br, hr). inline: flows with its neighbours.
 */
export type Flow = 'block' | 'list-item' | 'row' | 'cell' | 'piece' | 'break' | 'inline';

export interface RawElement {
  /** Lower-case tag name. */
  tag: string;
  /** All attributes may be given; compose keeps those that VisibleNode names. `href` already absolute. */
  attributes: Record<string, string>;
  flow: Flow;
  /** Line breaks inside are drawn (pre, white-space: pre-line …). Holds for descendants. */
  preformatted?: true;
  /** Drawn struck through. Holds for descendants. */
  struck?: true;
  fontSize?: number;
  box?: Box;
  /** For img one RawText with the alt text, for select the chosen label, for input and textarea the value. */
  children: RawNode[];
}

export function isRawText(node: RawNode): node is RawText {
  return 'text' in node;
}
