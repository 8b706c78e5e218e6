import type { Failure } from '@/domain/outcome';
import type { Snapshot, Span } from '@/domain/snapshot';

/** Where the browser says it is: part of the source, so that the server's own place never picks the currency. */
export interface SourceLocale {
  /** BCP 47, e.g. "de-DE". */
  locale: string;
  /** IANA, e.g. "Europe/Berlin". */
  timeZone: string;
}

export interface LookRequest {
  url: string;
  /** "full": a browser; "cheap": plain HTTP, parsed without scripts. */
  look: 'full' | 'cheap';
  sourceLocale?: SourceLocale;
  signal?: AbortSignal;
  /** At most the setting's; of a full look it counts from when it has its place in the browser. */
  deadlineMs?: number;
  /** The person whose preview it is for: previews wait for each other, and leave places to checks. */
  previewOf?: string;
  /** Stands in for the network's answer to `url` (the command line's html cases): the rest of the path is the same. */
  given?: GivenDocument;
}

export interface GivenDocument {
  body: string | Uint8Array;
  status: number;
  /** Lower-case names. */
  headers: Record<string, string>;
}

/** A picture of a piece of the page with the quote framed. JPEG or WebP, at most 60 KB. */
export interface Crop {
  bytes: Uint8Array;
  mediaType: 'image/jpeg' | 'image/webp';
  width: number;
  height: number;
}

/** A picture of the page from its top left, for a person to point at. JPEG, at most 400 KB. */
export interface PagePicture {
  bytes: Uint8Array;
  mediaType: 'image/jpeg';
  /** In CSS pixels, as the boxes of the snapshot: at most 1,280 × 6,000. What is further down is not on it. */
  width: number;
  height: number;
}

/** A page that was looked at. Whoever gets one closes it; `frame` and `picture` work until then. */
export interface Look {
  snapshot: Snapshot;
  /** The piece of the page around the span, with the span framed; null on a cheap look or when it has no box. */
  frame(span: Span): Promise<Crop | null>;
  /** The page's picture; null on a cheap look or when it cannot be taken. */
  picture(): Promise<PagePicture | null>;
  close(): Promise<void>;
}

export type LookResult = { ok: true; look: Look } | { ok: false; failure: Failure };

/** The way out: every address passes the egress gate. Never throws for what a site does; that is a Failure. */
export interface Scraper {
  /** What the gate says of an address before anything is loaded: a failure, or null where it may be read. */
  check(url: string): Promise<Failure | null>;
  look(request: LookRequest): Promise<LookResult>;
  close(): Promise<void>;
}
