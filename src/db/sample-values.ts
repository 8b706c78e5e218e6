import type { Kysely, Transaction } from 'kysely';
import { readSection, type SampleSection, type SampleValues } from '@/domain/sample-values';
import type { DB } from './types';

type Connection = Kysely<DB> | Transaction<DB>;

/** What the sample pages show now: what was saved, defaults for the rest. */
export async function findSampleValues(db: Connection): Promise<SampleValues> {
  const rows = await db.selectFrom('sampleValues').select(['section', 'value']).execute();
  const stored = new Map<string, unknown>(rows.map(({ section, value }) => [section, value]));
  return {
    headphones: readSection('headphones', stored.get('headphones')),
    concert: readSection('concert', stored.get('concert')),
    jobs: readSection('jobs', stored.get('jobs')),
    weather: readSection('weather', stored.get('weather')),
    releases: readSection('releases', stored.get('releases')),
    museum: readSection('museum', stored.get('museum')),
    ferry: readSection('ferry', stored.get('ferry')),
  };
}

/** Saves what one page shows from now on. */
export async function saveSampleSection<Section extends SampleSection>(
  db: Connection,
  section: Section,
  value: SampleValues[Section],
): Promise<void> {
  const json = JSON.stringify(value);
  await db
    .insertInto('sampleValues')
    .values({ section, value: json })
    .onConflict((conflict) => conflict.column('section').doUpdateSet({ value: json }))
    .execute();
}

/** Puts every page back to its defaults. */
export async function clearSampleValues(db: Connection): Promise<void> {
  await db.deleteFrom('sampleValues').execute();
}
