import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../test/snapshot-of';
import { indexPage } from './index-page';
import { namedCandidates } from './named-candidates';
import { textCandidates } from './text-candidates';

async function namedIn(html: string): Promise<string[]> {
  const index = indexPage(await snapshotOf(html));
  return namedCandidates(index, textCandidates(index)).map(({ quote }) => quote);
}

describe('namedCandidates', () => {
  it.each([
    ['We welcome Matthew D. Keller as our director this year.', 'Matthew D. Keller'],
    ['Then Chloé G. Hale, MA, met them.', 'Chloé G. Hale'],
    ['Our Registrar Vera Lind will call you.', 'Vera Lind'],
    ['The wine is made from Nebbiolo grapes alone.', 'Nebbiolo'],
    ['ORSA-2 is rated best by all', 'ORSA-2'],
    ['Please pay with code KM119 today', 'KM119'],
    ['It withstands dust to IP57 and more', 'IP57'],
    ['Taught in Spanish, Portuguese, and French too.', 'Spanish, Portuguese, and French'],
    ['Es gibt sie in Rot, Blau und Grün zu kaufen', 'Rot, Blau und Grün'],
    ['packages for the amd64 and arm64 architectures', 'amd64 and arm64'],
    ['We meet on Friday, December 12 at noon', 'Friday, December 12'],
    ['Lessons begin Monday, January, 12 2026 in town', 'Monday, January, 12 2026'],
    ['Problem set (due 10/23 at night)', '10/23'],
    ['Essays of 2025–26 are here', '2025–26'],
    ['Free 2-3 day delivery', '2-3 day'],
    ['Open Sat & Sun from eleven', 'Sat & Sun'],
  ])('finds what is named in "%s"', async (sentence, expected) => {
    expect(await namedIn(`<p>${sentence}</p>`)).toContain(expected);
  });

  it('takes no word for a name that has its capital from the sentence', async () => {
    expect(await namedIn('<p>Today we rest. Nothing is sold. “Later” they said.</p>')).toEqual([]);
  });

  it('repeats no text that is a candidate already', async () => {
    expect(await namedIn('<p>Ada Brunner</p>')).not.toContain('Ada Brunner');
  });

  it.each([
    ['100,000 characters without a space', 'Ab1.'.repeat(25_000)],
    ['100,000 letters', 'a'.repeat(100_000)],
    ['10,000 capitals', 'A '.repeat(10_000)],
    ['10,000 capitals without a space', 'A'.repeat(10_000)],
    ['10,000 initials', 'A. '.repeat(10_000)],
    ['10,000 entries counted up', 'Ab cd, '.repeat(10_000)],
    ['10,000 times "and"', 'a and '.repeat(10_000)],
    ['10,000 days', 'Mon '.repeat(10_000)],
    ['100,000 digits', '1'.repeat(100_000)],
  ])('is bounded and quick on %s', async (_name, line) => {
    const index = indexPage(await snapshotOf(`<p>${line}</p>`));
    const before = process.cpuUsage();
    const found = namedCandidates(index, []);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
    expect(found.length).toBeLessThanOrEqual(6_000);
    expect(found.every(({ quote }) => quote.length <= 1_200)).toBe(true);
  });
});
