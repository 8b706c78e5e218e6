import { mediaTypeOf } from './media-kind';
import { canonicalLanguage, parsePage } from './parse/parse-html';
import type { RawElement } from './raw-tree';
import { judgePage, type SnapshotResult } from './static-snapshot';
import { readStructured } from './structured/structured-data';
import { collapse } from './visible-characters';

/** What a browser has drawn. */
export interface PageDump {
  requestedUrl: string;
  finalUrl: string;
  status: number;
  /** Of the main response; lower-case names. */
  headers: Record<string, string>;
  /** The visible tree with boxes. */
  root: RawElement;
  /** False where the page holds more than was taken of it. */
  isWhole: boolean;
  title: string;
  /** As the page declares it; null takes what the HTML says. */
  language: string | null;
  /** The document after its scripts have run, for structured data and signals. */
  html: string;
  /** ISO 8601 in UTC. */
  loadedAt: string;
  /** Milliseconds. */
  loadMs: number;
}

/** The full look, after the browser: a Snapshot, or the typed failure that the drawn page is. */
export function snapshotFromDump(dump: PageDump): SnapshotResult {
  const { html, title, language, ...drawn } = dump;
  const parsed = parsePage(html);
  return judgePage({
    ...drawn,
    title: collapse(title).slice(0, 1_000) || parsed.title,
    language: canonicalLanguage(language ?? '') ?? parsed.language,
    contentType: mediaTypeOf(dump.headers['content-type']) || 'text/html',
    document: parsed.document,
    structured: readStructured(parsed.document, dump.finalUrl),
    look: 'full',
  });
}
