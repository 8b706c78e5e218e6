import { parseDump } from './dump-answer';
import { snapshotFromDump } from './dump-snapshot';
import { type LoadedDocument, type SnapshotResult, snapshotFromDocument } from './static-snapshot';

/** A page as the browser drew it. */
export interface DrawnPage {
  /** What `dumpScript` gave. */
  dump: string;
  requestedUrl: string;
  status: number;
  /** Of the main response; lower-case names. */
  headers: Record<string, string>;
  /** ISO 8601 in UTC. */
  loadedAt: string;
  /** Milliseconds. */
  loadMs: number;
}

/**
 * Makes snapshots of what was loaded. How long that takes only the page knows, so the app has it done in threads
 * (src/threads), where it can be ended. Never rejects for what a site sends; that is a Failure.
 */
export interface PageParser {
  fromDocument(loaded: LoadedDocument, signal?: AbortSignal): Promise<SnapshotResult>;
  fromDrawn(page: DrawnPage, signal?: AbortSignal): Promise<SnapshotResult>;
}

/** Done where it is asked for: in the threads themselves, and in tests of looks. */
export const parserHere: PageParser = {
  fromDocument: (loaded) => snapshotFromDocument(loaded),
  fromDrawn: async ({ dump, ...loaded }) => {
    const { url, root, truncated, title, language, html } = parseDump(dump);
    return snapshotFromDump({ ...loaded, finalUrl: url, root, isWhole: !truncated, title, language, html });
  },
};
