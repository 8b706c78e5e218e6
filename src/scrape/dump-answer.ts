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
