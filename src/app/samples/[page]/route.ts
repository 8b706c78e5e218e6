import type { SampleValues } from '@/domain/sample-values';
import { getBaseDeps } from '@/flows/base-deps';
import { readSamples } from '@/flows/monitors/sample-shop';
import { nothingHere, onlyEmbedded } from '../_pages/html';
import { ferryPage, museumPage, releasesPage } from '../_pages/more-pages';
import { concertPage, headphonesPage, jobsPage, weatherPage } from '../_pages/pages';

const PAGES: Record<string, (samples: SampleValues) => Response> = {
  headphones: ({ headphones }) => headphonesPage(headphones),
  concert: ({ concert }) => concertPage(concert),
  jobs: ({ jobs }) => jobsPage(jobs),
  weather: ({ weather }) => weatherPage(weather),
  releases: ({ releases }) => releasesPage(releases),
  museum: ({ museum }) => museumPage(museum),
  ferry: ({ ferry }) => ferryPage(ferry),
};

/** A sample page by its name, with the values of now. */
export async function GET(_request: Request, context: { params: Promise<{ page: string }> }): Promise<Response> {
  const { page } = await context.params;
  const draw = Object.hasOwn(PAGES, page) ? PAGES[page] : undefined;
  if (draw === undefined) return nothingHere();
  return onlyEmbedded(async () => draw(await readSamples(getBaseDeps())));
}
