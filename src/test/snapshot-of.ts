import type { Snapshot } from '@/domain/snapshot';
import { snapshotFromDocument } from '@/scrape/document/static-snapshot';

/** The cheap look at a piece of HTML, for tests of readers. Throws where the page is a failure. */
export async function snapshotOf(html: string, url = 'https://page.example/'): Promise<Snapshot> {
  const loaded = await snapshotFromDocument({
    url,
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: html,
    loadedAt: '2026-11-22T12:00:00Z',
    loadMs: 0,
  });
  if (!loaded.ok) throw new Error(`${loaded.failure.outcome}: ${loaded.failure.message}`);
  return loaded.snapshot;
}
