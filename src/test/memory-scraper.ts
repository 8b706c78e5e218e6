import type { Failure } from '@/domain/outcome';
import { snapshotFromDocument } from '@/scrape/document/static-snapshot';
import type { Crop, LookRequest, LookResult, PagePicture, Scraper } from '@/scrape/scraper';

export interface MemoryPage {
  html: string;
  status?: number;
}

/**
 * A Scraper over pages that a test sets: the real page -> Snapshot code, no network. Counts looks, so that a test can
 * tell which road was taken.
 */
export class MemoryScraper implements Scraper {
  readonly pages = new Map<string, MemoryPage | Failure>();
  readonly looks: LookRequest['look'][] = [];
  /** The picture that a full look takes. */
  crop: Crop | null = null;
  picture: PagePicture | null = null;
  /** Called before a look answers, e.g. to hold it or to throw. */
  before: (request: LookRequest) => Promise<void> = async () => undefined;

  async check(url: string): Promise<Failure | null> {
    const page = this.pages.get(url);
    return page && 'outcome' in page ? page : null;
  }

  async look(request: LookRequest): Promise<LookResult> {
    this.looks.push(request.look);
    await this.before(request);
    const page = this.pages.get(request.url);
    if (page === undefined) return { ok: false, failure: { outcome: 'unavailable', message: 'gone', retryable: true } };
    if ('outcome' in page) return { ok: false, failure: page };
    const made = await snapshotFromDocument({
      url: request.url,
      status: page.status ?? 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: new TextEncoder().encode(page.html),
      loadedAt: '2026-11-22T12:00:00.000Z',
      loadMs: 1,
    });
    if (!made.ok) return made;
    const snapshot = { ...made.snapshot, look: request.look };
    return {
      ok: true,
      look: {
        snapshot,
        frame: async () => (request.look === 'full' ? this.crop : null),
        picture: async () => (request.look === 'full' ? this.picture : null),
        close: async () => undefined,
      },
    };
  }

  async close(): Promise<void> {}
}
