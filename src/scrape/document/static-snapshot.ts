import type { Document } from 'domhandler';
import type { Failure } from '@/domain/outcome';
import type { Snapshot } from '@/domain/snapshot';
import { classify } from '../classify/classify';
import { failureOfStatus } from '../classify/signals/status';
import { type Composed, compose } from './compose/compose';
import { mediaTypeOf } from './media-kind';
import type { RawElement } from './raw-tree';
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
  const { url, status, headers, loadedAt, loadMs, look = 'cheap' } = loaded;
  const { kind, ...page } = read;
  const known = { requestedUrl: url, finalUrl, status, headers, loadedAt, loadMs, look };
  return judgePage({ ...known, contentType: mediaType || DEFAULT_TYPES[kind], ...page });
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

/** A page of either look as it was read, before it is judged. */
type ReadPage = Omit<Snapshot, keyof Composed> & {
  /** Lower-case names. */
  headers: Record<string, string>;
  root: RawElement;
  /** False where the page holds more than was taken of it. */
  isWhole: boolean;
  /** The whole parsed HTML; null for other content. */
  document: Document | null;
};

/** The Snapshot of a page, or the typed failure that the page is. */
export function judgePage({ headers, root, isWhole, document, ...page }: ReadPage): SnapshotResult {
  const composed = compose(root, isWhole);
  const { text, nodes } = composed;
  const failure = classify({ ...page, headers, document, text, nodes });
  return failure === null ? { ok: true, snapshot: { ...page, ...composed } } : { ok: false, failure };
}
