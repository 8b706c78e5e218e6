import { describe, expect, it } from 'vitest';
import type { Question } from '@/domain/contract/reading';
import { snapshotOf } from '@/test/snapshot-of';
import { readOffline } from './read';

const NOW = new Date('2026-11-22T12:00:00Z');

async function read(body: string, prompt: string, item: string, given: Partial<Question> = {}): Promise<unknown> {
  const asked: Question = {
    prompt,
    fact: `price of ${item}`,
    item,
    property: 'price',
    factType: 'number',
    unit: 'USD',
    language: 'en',
    ...given,
  };
  const reading = readOffline(asked, await snapshotOf(`<html><body><main>${body}</main></body></html>`), NOW);
  return reading.found === 'value' && reading.value.type === 'number' ? reading.value.number : reading.found;
}

const rows = (...parts: [string, string][]) =>
  `<h1>Skyline Ridge tickets</h1><ul>${parts.map(([name, value]) => `<li><b>${name}</b> <i>${value}</i></li>`).join('')}</ul>`;
const PROMPT = 'Tell me when the adult day ticket price at Skyline Ridge drops below $60';

describe('what the prompt names beside its item', () => {
  it('chooses the row that says most of it', async () => {
    const all = rows(['Adult day ticket', '$72'], ['Child day ticket', '$41'], ['Adult season pass', '$820']);
    expect(await read(all, PROMPT, 'Skyline Ridge')).toBe('72');
  });

  it('is not answered by its neighbour where it has no value now', async () => {
    const sold = rows(['Adult day ticket', 'Sold out'], ['Child day ticket', '$39'], ['Adult season pass', '$820']);
    expect(await read(sold, PROMPT, 'Skyline Ridge')).not.toBe('39');
  });
});

describe('another name in the place of one that is missing', () => {
  const level = { property: 'water level', unit: '%', fact: 'water level of Brack Reservoir' };
  const prompt = 'Tell me when the water level of Brack Reservoir falls below 40%';

  it('is of another thing', async () => {
    const body =
      '<h1>Levels today</h1><table><tr><td>Holm Reservoir</td><td>37%</td></tr><tr><td>Upper Tarn</td><td>61%</td></tr></table>';
    expect(await read(body, prompt, 'Brack Reservoir', level)).toBe('missing');
    expect(await read(body.replace('Holm', 'Brack'), prompt, 'Brack Reservoir', level)).toBe('37');
  });
});
