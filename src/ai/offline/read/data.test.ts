import { describe, expect, it } from 'vitest';
import type { Question } from '@/domain/contract/reading';
import { snapshotFromDocument } from '@/scrape/document/static-snapshot';
import { verifyReading } from '../../verify';
import { readOffline } from './read';

const NOW = new Date('2026-11-22T12:00:00Z');

async function read(type: string, body: string, question: Partial<Question>) {
  const loaded = await snapshotFromDocument({
    url: 'https://case.example/data',
    status: 200,
    headers: { 'content-type': type },
    body,
    loadedAt: NOW.toISOString(),
    loadMs: 0,
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded));
  const asked = { prompt: '', fact: '', item: null, unit: null, language: 'en', ...question } as Question;
  const reading = readOffline(asked, loaded.snapshot, NOW);
  if (reading.found !== 'value') return reading.found;
  const verdict = verifyReading(asked, loaded.snapshot, reading);
  return verdict.ok ? verdict.value : verdict.reason;
}

describe('data shown as lines', () => {
  const status = { property: 'status', factType: 'string', fact: 'status of mail' } as const;

  it('takes a value from its own record, whichever key comes first', async () => {
    const named = JSON.stringify([
      { name: 'web', status: 'ok' },
      { name: 'mail', status: 'down' },
      { name: 'search', status: 'ok' },
    ]);
    expect(await read('application/json', named, { ...status, item: 'mail' })).toMatchObject({ text: 'down' });
    const last = JSON.stringify([
      { status: 'ok', name: 'web' },
      { status: 'down', name: 'mail' },
      { status: 'ok', name: 'search' },
    ]);
    expect(await read('application/json', last, { ...status, item: 'mail' })).toMatchObject({ text: 'down' });
  });

  it('reads units of keys and heads', async () => {
    const wind = JSON.stringify({ oslo: { wind_speed_ms: 6.2 }, narvik: { wind_speed_ms: 11.8 } });
    const asked = { property: 'wind speed', factType: 'number', unit: 'm/s', item: 'Narvik' } as const;
    expect(await read('application/json', wind, asked)).toMatchObject({ number: '11.8' });
    const levels = 'station,level_m\nArle,1.42\nTorrin,2.18\n';
    const level = { property: 'level', factType: 'number', unit: 'm', item: 'Torrin' } as const;
    expect(await read('text/csv', levels, level)).toMatchObject({ number: '2.18' });
  });
});

describe('what was, and what is to come', () => {
  const html = (body: string) => `<!doctype html><html lang="en"><body><main>${body}</main></body></html>`;

  it('is not what is', async () => {
    const town = html(
      '<h1>Arden</h1><table><tr><th>Population (2025)</th><td>48,917</td></tr></table><p>In 1900 its population was 6,204.</p>',
    );
    const asked = { property: 'population', factType: 'number', item: 'Arden' } as const;
    expect(await read('text/html', town, asked)).toMatchObject({ number: '48917' });
  });

  it('is no release, where releases have headings', async () => {
    const log = html('<h1>Changelog</h1><h2>4.9.2 18 November 2026</h2><ul><li>Prepares storage for 5.0</li></ul>');
    const asked = { property: 'version', factType: 'string', unit: 'version' } as const;
    expect(await read('text/html', log, asked)).toMatchObject({ text: '4.9.2' });
  });

  it('chooses the row with the very term of the prompt', async () => {
    const rates = html(
      '<h1>Mortgage rates</h1><table><tr><th>Product</th><th>Rate</th></tr><tr><td>2-year fixed</td><td>4.64%</td></tr><tr><td>5-year fixed</td><td>4.39%</td></tr><tr><td>10-year fixed</td><td>4.87%</td></tr></table>',
    );
    const prompt = 'Tell me when the 5-year fixed rate is below 4%';
    const asked = { prompt, fact: 'rate in %', property: 'rate', factType: 'number', unit: '%' } as const;
    expect(await read('text/html', rates, asked)).toMatchObject({ number: '4.39' });
  });
});
