import { expect, it } from 'vitest';
import { rulesHere } from '@/ai/rules';
import { questionOf } from '@/domain/contract/reading';
import { SAMPLE_DEFAULTS, type SampleValues } from '@/domain/sample-values';
import { DEMO_MONITORS } from '@/flows/demo/demo-monitors';
import { snapshotOf } from '@/test/snapshot-of';
import { ferryPage, museumPage, releasesPage } from './more-pages';
import { headphonesPage, jobsPage, weatherPage } from './pages';

const PAGES: Record<string, (values: SampleValues) => Response> = {
  headphones: ({ headphones }) => headphonesPage(headphones),
  jobs: ({ jobs }) => jobsPage(jobs),
  weather: ({ weather }) => weatherPage(weather),
  releases: ({ releases }) => releasesPage(releases),
  museum: ({ museum }) => museumPage(museum),
  ferry: ({ ferry }) => ferryPage(ferry),
};

const CHANGED: SampleValues = {
  ...SAMPLE_DEFAULTS,
  headphones: { salePrice: '289.00', regularPrice: '379.00', onSale: true, inStock: false },
  jobs: { jobs: [{ title: 'Fog horn tuner', team: 'Workshop', place: 'Bergen' }, ...SAMPLE_DEFAULTS.jobs.jobs] },
  weather: { ...SAMPLE_DEFAULTS.weather, Oslo: '-11' },
  releases: { version: '4.4.0' },
  museum: { opens: '2027-04-01' },
  ferry: { status: 'on_time', notice: 'All is well again.' },
};

const SAID: Record<string, unknown> = {
  'Aurora One under $300': { number: '289' },
  'Aurora One out of stock': { boolean: false },
  'Fjordlight: open positions': { items: expect.arrayContaining(['Fog horn tuner', 'Instrument maker']) },
  'Oslo below −10 °C': { number: '-11' },
  'Lantern newer than 4.2': { text: '4.4.0' },
  'Museum of Tides: opening day': { text: '2027-04-01' },
  'Ferry to Sula: notice': { text: 'All is well again.' },
  'Ferry to Sula: status': { text: 'On time' },
};

const read = DEMO_MONITORS.filter(({ page }) => page in PAGES).map((demo) => [demo.name, demo] as const);

it.each(read)('%s is found on its page, as it was last and when it changes', async (name, demo) => {
  const question = questionOf(demo.prompt, demo.interpretation);
  const readOn = async (values: SampleValues) => {
    const snapshot = await snapshotOf((await PAGES[demo.page]?.(values).text()) ?? '');
    return rulesHere.readByRecipe(question, snapshot, demo.recipe);
  };
  const last = demo.checks.at(-1)?.found;
  expect(await readOn(SAMPLE_DEFAULTS)).toMatchObject({
    outcome: 'value',
    value: last && 'value' in last && last.value,
  });
  expect(await readOn(CHANGED)).toMatchObject({ outcome: 'value', value: SAID[name] });
});
