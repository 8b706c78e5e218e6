import type { DomainError } from '@/domain/errors';
import { previewMonitor } from '@/flows/monitors/preview-monitor';
import type { PagePicture } from '@/scrape/scraper';
import type { TestDatabase } from './database';
import { insertUser } from './factories';
import { MemoryScraper } from './memory-scraper';
import { previewDeps } from './preview-deps';

export const QUARTET = 'https://hall.example.org/quartet';
/** Two evenings have a price, and it names none: the reader asks which is meant. */
export const UNSURE = `Tell me when a ticket for the quartet costs less than $60 ${QUARTET}`;
export const PICTURE: PagePicture = {
  bytes: new Uint8Array([9, 8]),
  mediaType: 'image/jpeg',
  width: 1280,
  height: 900,
};

/** A concert with the prices of two evenings. */
export const quartet = (
  friday: string,
  saturday: string,
) => `<html lang="en"><title>Quartet</title><main><h1>The Quartet</h1>
  <p>Four voices, one hall, no microphones: songs of their third record.</p>
  <table><tr><th>Evening</th><th>Time</th><th>Price</th></tr>
  <tr><th>Friday</th><td>20:00</td><td>from ${friday}</td></tr>
  <tr><th>Saturday</th><td>20:00</td><td>from ${saturday}</td></tr></table></main>`;

export function quartetDeps(database: TestDatabase) {
  const scraper = new MemoryScraper();
  scraper.picture = PICTURE;
  scraper.pages.set(QUARTET, { html: quartet('$64.50', '$72.00') });
  return previewDeps(database, scraper);
}

/** A person's preview in which nothing was read, with its page to point at. */
export async function unsurePreview(database: TestDatabase) {
  const deps = quartetDeps(database);
  const { id: userId } = await insertUser(database.db);
  const preview = await previewMonitor(deps, { userId, prompt: UNSURE });
  if (preview.id === null || preview.page === null) throw new Error(`Nothing was kept: ${preview.reading?.outcome}`);
  return { deps, userId, previewId: preview.id, preview, page: preview.page };
}

/** Why something was refused; null where it was not. */
export const reasonOf = (act: Promise<unknown>) =>
  act.then(
    () => null,
    (error: DomainError) => error.reason,
  );
