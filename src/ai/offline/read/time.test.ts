import { describe, expect, it } from 'vitest';
import type { Reading } from '@/domain/contract/reading';
import { snapshotOf } from '@/test/snapshot-of';
import { verifyReading } from '../../verify';
import { interpretOffline } from '../interpret/interpret';
import { readOffline } from './read';

const NOW = new Date('2026-11-22T12:00:00Z');

/** The time read for a prompt, proven by its quote; else what was found instead. */
async function timeOf(prompt: string, body: string): Promise<string> {
  const { fact, item, property, factType, unit, language } = interpretOffline(prompt, NOW);
  const question = { prompt, fact, item, property, factType, unit, language };
  const snapshot = await snapshotOf(`<html lang="en"><body>${body}</body></html>`);
  const reading: Reading = readOffline(question, snapshot, NOW);
  if (reading.found !== 'value' || reading.value.type !== 'string') return reading.found;
  return verifyReading(question, snapshot, reading).ok ? reading.value.text : `unproven ${reading.value.text}`;
}

const FERRY =
  '<h1>Ferry to Corra</h1><p>Page updated 09:12</p><dl><dt>Departure time</dt><dd>6:40 pm</dd><dt>Arrival time</dt><dd>7:15 pm</dd></dl>';

describe('times of day', () => {
  it('reads the labelled time, whichever is asked for', async () => {
    expect(await timeOf('Tell me when the ferry to Corra departs after 18:00', FERRY)).toBe('18:40');
    expect(await timeOf('Tell me when the ferry to Corra arrives before 19:00', FERRY)).toBe('19:15');
  });

  it('reads a time under its column', async () => {
    const table =
      '<h1>Flights</h1><table><tr><th>Flight</th><th>Departure</th><th>Status</th></tr><tr><td>BA 117</td><td>08:25</td><td>On time</td></tr><tr><td>BA 119</td><td>21:05</td><td>Delayed</td></tr></table>';
    expect(await timeOf('Tell me when flight BA 119 departs after 22:00', table)).toBe('21:05');
  });

  it('takes no time that the page does not give to it', async () => {
    const page = '<h1>Ferry to Corra</h1><p>Page updated 09:12</p>';
    expect(await timeOf('Tell me when the ferry to Corra departs after 18:00', page)).toBe('missing');
  });
});
