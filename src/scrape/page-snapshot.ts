import type { Snapshot } from '@/domain/snapshot';
import { compose } from './compose';
import { parseDump } from './dump-page';

export interface PageAnswer {
  requestedUrl: string;
  status: number;
  headers: Record<string, string>;
  loadedAt: string;
  loadMs: number;
}

/** The Snapshot of a page that a browser shows, from what the page script gave (see dump-page). */
export function snapshotFromPage(json: string, answer: PageAnswer): { snapshot: Snapshot; html: string } {
  const dump = parseDump(json);
  const { text, nodes, runs } = compose(dump.root);
  const snapshot: Snapshot = {
    requestedUrl: answer.requestedUrl,
    finalUrl: dump.url,
    status: answer.status,
    contentType: dump.contentType,
    title: dump.title,
    language: dump.language,
    look: 'full',
    loadedAt: answer.loadedAt,
    loadMs: answer.loadMs,
    text,
    nodes,
    runs,
    structured: [],
  };
  return { snapshot, html: dump.html };
}
