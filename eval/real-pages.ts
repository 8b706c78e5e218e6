import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { snapshotFromDocument } from '../src/scrape/document/static-snapshot';
import type { LearningPages } from './learning-cases';
import { readLines } from './round';

/** One line of index.jsonl in the folder of real pages. */
interface RealPage {
  id: string;
  url: string;
  domain: string;
  pageType: string;
  /** Its HTML, compressed by gzip, within the folder. */
  file: string;
}

export interface RealPages extends LearningPages {
  all: readonly RealPage[];
  htmlOf: (page: RealPage) => Buffer;
}

/** When the pages are read as if loaded: dates without a year count from it. */
const LOADED_AT = '2026-11-01T00:00:00.000Z';

/** The real pages to learn from, or null where the folder is not set up. They are never committed. */
export function openRealPages(folder: string | undefined): RealPages | null {
  if (folder === undefined || !existsSync(join(folder, 'index.jsonl'))) return null;
  const all = readLines<RealPage>(join(folder, 'index.jsonl'));
  const byId = new Map(all.map((page) => [page.id, page]));
  const htmlOf = (page: RealPage): Buffer => gunzipSync(readFileSync(join(folder, page.file)));
  return {
    all,
    htmlOf,
    find: (id) => byId.get(id) ?? null,
    snapshotOf: async ({ id }) => {
      const page = byId.get(id);
      if (page === undefined) return null;
      const result = await snapshotFromDocument({
        url: page.url,
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: htmlOf(page),
        loadedAt: LOADED_AT,
        loadMs: 0,
      });
      return result.ok ? result.snapshot : null;
    },
  };
}
