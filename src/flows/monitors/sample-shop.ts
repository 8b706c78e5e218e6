import { flattenError } from 'zod';
import { clearSampleValues, findSampleValues, saveSampleSection } from '@/db/sample-values';
import { CITIES, SAMPLE_SCHEMAS, type SampleSection, type SampleValues } from '@/domain/sample-values';
import type { Deps } from '../deps';

type Fields = ReadonlyMap<string, string>;

/** What the sample pages show now. */
export async function readSamples({ db }: Pick<Deps, 'db'>): Promise<SampleValues> {
  return findSampleValues(db);
}

function isSection(name: string | undefined): name is SampleSection {
  return name !== undefined && Object.hasOwn(SAMPLE_SCHEMAS, name);
}

function jobsInput(fields: Fields, { jobs }: SampleValues['jobs']): unknown {
  const removal = /^remove-(\d{1,2})$/.exec(fields.get('action') ?? '');
  if (removal) return { jobs: jobs.filter((_, index) => index !== Number(removal[1])) };
  const added = { title: fields.get('title'), team: fields.get('team'), place: fields.get('place') };
  return { jobs: [added, ...jobs] };
}

/** The fields of a form as the section's schema takes them: a ticked box is there, an unticked one is not. */
function inputOf(section: SampleSection, fields: Fields, now: SampleValues): unknown {
  const pick = (...names: string[]) => Object.fromEntries(names.map((name) => [name, fields.get(name)]));
  if (section === 'jobs') return jobsInput(fields, now.jobs);
  if (section === 'weather') return pick(...CITIES);
  if (section === 'concert') return pick('friday', 'saturday', 'fridayPrice', 'saturdayPrice');
  if (section === 'releases') return pick('version');
  if (section === 'museum') return pick('opens');
  if (section === 'ferry') return pick('status', 'notice');
  return { ...pick('salePrice', 'regularPrice'), onSale: fields.has('onSale'), inStock: fields.has('inStock') };
}

/** "Sale price" of "salePrice". */
function labelOf(name: string): string {
  const words = name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * Saves one form of the sample controls. Fields: `section` and that section's values, or `action` = "reset".
 * Returns what was wrong, in words for the visitor; an empty list when it was saved.
 */
export async function changeSamples({ db }: Pick<Deps, 'db'>, fields: Fields): Promise<string[]> {
  if (fields.get('action') === 'reset') {
    await clearSampleValues(db);
    return [];
  }
  const section = fields.get('section');
  if (!isSection(section)) return ['This form belongs to no sample page. Reload the page and try again.'];
  const parsed = SAMPLE_SCHEMAS[section].safeParse(inputOf(section, fields, await findSampleValues(db)));
  if (!parsed.success) {
    const { fieldErrors, formErrors } = flattenError<Record<string, unknown>>(parsed.error);
    const named = Object.entries(fieldErrors).map(([name, messages]) => `${labelOf(name)}: ${messages?.[0]}.`);
    return [...formErrors, ...named];
  }
  await saveSampleSection(db, section, parsed.data as SampleValues[typeof section]);
  return [];
}
