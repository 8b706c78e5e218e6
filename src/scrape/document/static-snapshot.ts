import type { Failure } from '@/domain/outcome';
import type { Snapshot } from '@/domain/snapshot';
import { classify } from '../classify/classify';
import { failureOfStatus } from '../classify/signals/status';
import { compose } from './compose/compose';
import { mediaTypeOf } from './media-kind';
import { readDocument } from './read-document';
import type { ReadDocument } from './understood-document';

/** An answer of the network, or one that stands in for it. */
export interface LoadedDocument {
  url: string;
  /** After redirects; `url` when not given. */
  finalUrl?: string;
  status: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: string | Uint8Array;
  /** ISO 8601 in UTC. */
  loadedAt: string;
  /** Milliseconds. */
  loadMs: number;
  /** "full" for a document that a full look came upon; "cheap" when not given. */
  look?: Snapshot['look'];
}

export type SnapshotResult = { ok: true; snapshot: Snapshot } | { ok: false; failure: Failure };

/**
 * The cheap look, after the network: bytes to Snapshot, without running anything. A wall, an error page or a body
 * without text is a typed failure. Never throws for what a site sends.
 */
export async function snapshotFromDocument(loaded: LoadedDocument): Promise<SnapshotResult> {
  const finalUrl = loaded.finalUrl ?? loaded.url;
  const contentType = loaded.headers['content-type'] ?? '';
  const mediaType = mediaTypeOf(contentType);
  const read = await readDocument({ url: finalUrl, mediaType, contentType, body: loaded.body });
  // What an error page is made of matters less than that it is one.
  if ('failure' in read) return { ok: false, failure: failureOfStatus(loaded.status) ?? read.failure };
  return finish(loaded, finalUrl, mediaType || DEFAULT_TYPES[read.kind], read);
}

const DEFAULT_TYPES: Record<ReadDocument['kind'], string> = {
  html: 'text/html',
  json: 'application/json',
  'json-lines': 'application/x-ndjson',
  feed: 'application/rss+xml',
  xml: 'application/xml',
  csv: 'text/csv',
  text: 'text/plain',
  pdf: 'application/pdf',
};

function finish(loaded: LoadedDocument, finalUrl: string, contentType: string, read: ReadDocument): SnapshotResult {
  const { status, headers, loadedAt, loadMs } = loaded;
  const { title, language, structured, document } = read;
  const composed = compose(read.root, read.isWhole);
  const { text, nodes } = composed;
  const requestedUrl = loaded.url;
  const failure = classify({ requestedUrl, finalUrl, status, headers, title, text, nodes, document, loadedAt });
  if (failure !== null) return { ok: false, failure };
  const look = loaded.look ?? 'cheap';
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
