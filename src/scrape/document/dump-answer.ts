import type { RawElement } from './raw-tree';

/** What is taken of a page; beyond, the dump says that it is `truncated`. */
export interface DumpLimits {
  elements: number;
  /** Of text. */
  characters: number;
  /** Of attributes, names and values. */
  attributes: number;
  /** Of the markup for machines. */
  html: number;
  ms: number;
  depth: number;
}

/** What the page script hands back, as JSON. */
export interface PageDump {
  root: RawElement;
  title: string;
  language: string | null;
  url: string;
  contentType: string;
  width: number;
  height: number;
  /** Markup for machines (JSON-LD, microdata, meta), only where the page has any. */
  html: string;
  /** Not everything was read: too many elements, too much text or too much time. */
  truncated: boolean;
}

export const DUMP_LIMITS: DumpLimits = {
  elements: 40_000,
  characters: 2_000_000,
  attributes: 8_000_000,
  html: 5_000_000,
  ms: 4_000,
  depth: 300,
};
/** Characters of the answer: all that the limits allow, where each is written as an escape. */
const MOST_ANSWER =
  6 * (DUMP_LIMITS.characters + DUMP_LIMITS.attributes + DUMP_LIMITS.html) + 400 * DUMP_LIMITS.elements;

/** Reads what the script gave; the script runs in a world that the page cannot reach, so its shape is ours. */
export function parseDump(json: string): PageDump {
  if (json.length > MOST_ANSWER) throw new Error('the page dump is larger than its limits allow');
  const dump: PageDump = JSON.parse(json);
  if (typeof dump !== 'object' || dump === null || typeof dump.root !== 'object') throw new Error('not a page dump');
  return dump;
}
