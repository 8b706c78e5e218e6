import { describe, expect, it } from 'vitest';
import type { Question } from '@/domain/contract/reading';
import { snapshotFromDocument } from '@/scrape/document/static-snapshot';
import { verifyReading } from '../../verify';
import { readOffline } from './read';

const NOW = new Date('2026-11-22T12:00:00Z');

async function read(body: string, question: Partial<Question>) {
  const url = 'https://case.example/page';
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  const html = `<!doctype html><html lang="en"><body><main>${body}</main></body></html>`;
  const loaded = await snapshotFromDocument({
    url,
    status: 200,
    headers,
    body: html,
    loadedAt: NOW.toISOString(),
    loadMs: 0,
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded));
  const asked = {
    prompt: '',
    fact: '',
    item: null,
    property: 'text',
    unit: null,
    language: 'en',
    ...question,
  } as Question;
  const reading = readOffline(asked, loaded.snapshot, NOW);
  if (reading.found !== 'value') return reading.found;
  const verdict = verifyReading(asked, loaded.snapshot, reading);
  return verdict.ok ? verdict.value : verdict.reason;
}

describe('numbers to compare with', () => {
  const pm: Partial<Question> = {
    property: 'PM2.5',
    factType: 'number',
    fact: 'PM2.5 of Millbrook',
    item: 'Millbrook',
  };
  const page = '<h1>Millbrook</h1><ul><li>PM2.5 <b>17.4</b> µg/m³</li></ul><p>WHO guideline for PM2.5: 15 µg/m³</p>';

  it('a guideline is not what was measured, unless it was asked for', async () => {
    expect(await read(page, { ...pm, prompt: 'PM2.5 at Millbrook' })).toMatchObject({ number: '17.4' });
    expect(await read(page, { ...pm, prompt: 'the guideline for PM2.5 at Millbrook' })).toMatchObject({ number: '15' });
  });

  it('neither a goal nor the age of an entry is what a campaign has reached', async () => {
    const body =
      '<h1>Save the Lido</h1><p><b>8,412</b> have signed. Let’s get to 10,000!</p><ul><li>Tom signed 6 minutes ago</li></ul>';
    const asked: Partial<Question> = { property: 'signatures', factType: 'number', item: 'Save the Lido' };
    expect(await read(body, { ...asked, prompt: 'signatures', fact: 'signatures' })).toMatchObject({ number: '8412' });
  });
});

describe('what rows say', () => {
  it('a number under "Open seats" says whether any are left', async () => {
    const body =
      '<h1>BIO 214</h1><table><thead><tr><th>Section</th><th>Enrolled</th><th>Open seats</th></tr></thead><tbody><tr><td>01</td><td>37</td><td>3</td></tr><tr><td>02</td><td>40</td><td>0</td></tr></tbody></table>';
    const asked: Partial<Question> = { property: 'availability', factType: 'boolean', fact: 'availability' };
    expect(await read(body, { ...asked, item: 'BIO 214 section 02' })).toEqual({ type: 'boolean', boolean: false });
    expect(await read(body, { ...asked, item: 'BIO 214 section 01' })).toEqual({ type: 'boolean', boolean: true });
  });

  it('19:30 does not name the 19th, and Dec is December', async () => {
    const body =
      '<h1>Swan Lake</h1><table><tr><th>Date</th><th>Time</th><th>Availability</th></tr><tr><td>Fri 18 Dec</td><td>19:30</td><td>Available</td></tr><tr><td>Sat 19 Dec</td><td>19:30</td><td>Sold out</td></tr></table>';
    const item = 'Swan Lake on 19 December';
    const asked: Partial<Question> = { property: 'availability', factType: 'boolean', fact: 'availability', item };
    expect(await read(body, asked)).toEqual({ type: 'boolean', boolean: false });
  });
});
