import { describe, expect, it } from 'vitest';
import type { Question } from '@/domain/contract/reading';
import { snapshotOf } from '@/test/snapshot-of';
import { readOffline } from './read';

const NOW = new Date('2026-11-22T12:00:00Z');

async function read(body: string, given: Partial<Question>): Promise<unknown> {
  const asked: Question = {
    prompt: 'Tell me when The Salt Road is available at Central Library',
    fact: 'availability of Salt Road at Central Library',
    item: 'Salt Road at Central Library',
    property: 'availability',
    factType: 'boolean',
    unit: null,
    language: 'en',
    ...given,
  };
  const reading = readOffline(asked, await snapshotOf(`<html><body><main>${body}</main></body></html>`), NOW);
  if (reading.found !== 'value') return reading.found;
  return reading.value.type === 'boolean' ? reading.value.boolean : reading.value;
}

describe('a part that is named and has no value now', () => {
  it.each([
    ['terms', '<dl><dt>Central Library</dt><dd>In transit</dd><dt>Harbour Branch</dt><dd>Available</dd></dl>'],
    ['items', '<ul><li><b>Central Library</b> <i>In transit</i></li><li><b>Harbour</b> <i>Available</i></li></ul>'],
    ['sections', '<h3>Central Library</h3><p>In transit</p><h3>Harbour Branch</h3><p>Available</p>'],
    [
      'columns',
      '<table><tr><th>Copy</th><th>Central Library</th><th>Harbour Branch</th></tr><tr><td>1</td><td>In transit</td><td>Available</td></tr></table>',
    ],
  ])('is not given that of its neighbour: %s', async (_, part) => {
    expect(await read(`<h1>The Salt Road</h1>${part}`, {})).not.toBe(true);
    const back = part.replace('In transit', 'Available');
    expect(await read(`<h1>The Salt Road</h1>${back}`, {})).toBe(true);
  });

  it('keeps what a list of properties says of the one thing', async () => {
    const body = '<h1>Calder desk</h1><ul><li>Walnut, oiled</li><li>Availability: in stock</li></ul>';
    expect(await read(body, { item: 'Calder desk walnut', prompt: 'When is the walnut Calder desk in stock?' })).toBe(
      true,
    );
  });
});
