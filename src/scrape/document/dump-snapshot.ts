import { classify } from '../classify/classify';
import { compose } from './compose/compose';
import { mediaTypeOf } from './media-kind';
import { canonicalLanguage, parsePage } from './parse/parse-html';
import type { RawElement } from './raw-tree';
import type { SnapshotResult } from './static-snapshot';
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
  const { requestedUrl, finalUrl, status, headers, loadedAt, loadMs } = dump;
  const parsed = parsePage(dump.html);
  const title = collapse(dump.title).slice(0, 1_000) || parsed.title;
  const composed = compose(dump.root, dump.isWhole);
  const { text, nodes } = composed;
  const { document } = parsed;
  const failure = classify({ requestedUrl, finalUrl, status, headers, title, text, nodes, document, loadedAt });
  if (failure !== null) return { ok: false, failure };
  const contentType = mediaTypeOf(headers['content-type']) || 'text/html';
  const language = canonicalLanguage(dump.language ?? '') ?? parsed.language;
  const structured = readStructured(document, finalUrl);
  const look = 'full';
  return {
    ok: true,
    snapshot: {
      requestedUrl,
      finalUrl,
      status,
      contentType,
      title,
      language,
      look,
      loadedAt,
      loadMs,
      ...composed,
      structured,
    },
  };
}
