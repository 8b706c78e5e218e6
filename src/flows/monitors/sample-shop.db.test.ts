import { beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_DEFAULTS } from '@/domain/sample-values';
import { useDatabase } from '@/test/database';
import { changeSamples, readSamples } from './sample-shop';

const database = useDatabase();
const change = (fields: Record<string, string>) => changeSamples(database, new Map(Object.entries(fields)));

beforeEach(() => change({ action: 'reset' }));

describe('the sample shop', () => {
  it('shows its defaults until something is saved, and again after a reset', async () => {
    expect(await readSamples(database)).toEqual(SAMPLE_DEFAULTS);
    await change({ section: 'headphones', salePrice: '283', regularPrice: '379.00', onSale: 'on' });
    expect((await readSamples(database)).headphones).toEqual({
      salePrice: '283.00',
      regularPrice: '379.00',
      onSale: true,
      inStock: false,
    });
    await change({ action: 'reset' });
    expect(await readSamples(database)).toEqual(SAMPLE_DEFAULTS);
  });

  it('saves a version, a day, a status and a notice', async () => {
    expect(await change({ section: 'releases', version: '4.3.1' })).toEqual([]);
    expect(await change({ section: 'museum', opens: '2027-04-01' })).toEqual([]);
    expect(await change({ section: 'ferry', status: 'on_time', notice: 'All is well.' })).toEqual([]);
    expect(await readSamples(database)).toMatchObject({
      releases: { version: '4.3.1' },
      museum: { opens: '2027-04-01' },
      ferry: { status: 'on_time', notice: 'All is well.' },
    });
  });

  it('adds and removes positions', async () => {
    expect(await change({ section: 'jobs', title: 'Fog horn tuner', team: 'Workshop', place: 'Bergen' })).toEqual([]);
    expect((await readSamples(database)).jobs.jobs.map(({ title }) => title)[0]).toBe('Fog horn tuner');
    await change({ section: 'jobs', action: 'remove-0' });
    await change({ section: 'jobs', action: 'remove-0' });
    expect((await readSamples(database)).jobs.jobs).toHaveLength(2);
  });

  it.each([
    [{ section: 'headphones', salePrice: '<b>', regularPrice: '379' }, /^Sale price: Enter a price such as/],
    [{ section: 'headphones', salePrice: '0', regularPrice: '379' }, /above 0/],
    [{ section: 'weather', Oslo: 'cold', Lisbon: '1', Nairobi: '1', Sapporo: '1', Winnipeg: '1' }, /^Oslo: /],
    [{ section: 'jobs', title: '', team: 'a', place: 'b' }, /jobs/i],
    [{ section: 'concert', friday: 'maybe', saturday: 'on_sale', fridayPrice: '1', saturdayPrice: '1' }, /^Friday: /],
    [{ section: 'releases', version: 'newest' }, /^Version: Enter a version/],
    [{ section: 'museum', opens: '2027-02-30' }, /^Opens: Enter a day/],
    [{ section: 'ferry', status: 'sunk', notice: '' }, /^Status: .*\nNotice: Enter a notice/],
    [{ section: '__proto__' }, /no sample page/],
    [{}, /no sample page/],
  ])('refuses %j with a sentence and changes nothing', async (fields, sentence) => {
    const messages = await change(fields as Record<string, string>);
    expect(messages.join('\n')).toMatch(sentence);
    expect(await readSamples(database)).toEqual(SAMPLE_DEFAULTS);
  });
});
