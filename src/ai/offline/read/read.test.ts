import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question, Reading } from '@/domain/contract/reading';
import { snapshotOf } from '@/test/snapshot-of';
import { verifyReading } from '../../verify';
import { readOffline } from './read';

const NOW = new Date('2026-11-22T12:00:00Z');

function question(given: Partial<Question>): Question {
  return {
    prompt: 'Tell me when it changes',
    fact: `${given.property ?? 'price'} of ${given.item ?? 'the page'}`,
    item: null,
    property: 'price',
    factType: 'number',
    unit: null,
    language: 'en',
    ...given,
  };
}

async function read(html: string, given: Partial<Question>): Promise<Reading> {
  return readOffline(question(given), await snapshotOf(html), NOW);
}

async function numberOf(html: string, given: Partial<Question>): Promise<string> {
  const reading = await read(html, given);
  return reading.found === 'value' && reading.value.type === 'number' ? reading.value.number : JSON.stringify(reading);
}

describe('readOffline', () => {
  it('takes raised cents for cents, also in verification', async () => {
    const html = '<html lang="en"><body><h1>Pine stool</h1><p class="price">$19<sup>99</sup></p></body></html>';
    const given = { item: 'Pine stool', unit: 'USD' };
    expect(await numberOf(html, given)).toBe('19.99');
    const snapshot = await snapshotOf(html);
    expect(verifyReading(question(given), snapshot, readOffline(question(given), snapshot, NOW)).ok).toBe(true);
  });

  it('ends on a page that is one line of four thousand amounts', async () => {
    const spans = Array.from({ length: 4_000 }, (_, at) => `<span>Lamp ${at} $${(at % 90) + 10}.99</span> `).join('');
    const reading = await read(`<html lang="en"><body><main><p>${spans}</p></main></body></html>`, {
      item: 'Lamp 70000',
      unit: 'USD',
    });
    expect(reading.found).not.toBe('value');
  }, 60_000);

  it('finds one entry of a long list, and none where the list does not name it', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => `<li><h3>Valve V-${1000 + at}</h3><b>€${at + 10}.00</b></li>`);
    const html = `<html lang="en"><body><h1>Valves</h1><p>300 products</p><ul>${rows.join('')}</ul></body></html>`;
    expect(await numberOf(html, { item: 'Valve V-1123', unit: 'EUR' })).toBe('133');
    expect((await read(html, { item: 'Valve V-2500', unit: 'EUR' })).found).toBe('missing');
    expect(await numberOf(html, { property: 'count', fact: 'number of products' })).toBe('300');
  });

  it('gives the reasons for what it refused', async () => {
    const reading = await read(
      '<html lang="en"><body><h1>Oak desk</h1><p>Was $90.00</p><p>$70.00</p><p>Shipping $5.00</p></body></html>',
      { item: 'Oak desk', unit: 'USD' },
    );
    expect(reading).toMatchObject({ found: 'value', value: { number: '70' } });
    expect(reading.refused.map(({ quote, reason }) => `${quote}: ${reason}`)).toEqual([
      '$90.00: it is the old or list price, not the present one',
      '$5.00: it is a delivery cost or a free-delivery threshold',
    ]);
  });

  it('asks where two variants of equal rank remain', async () => {
    const html =
      '<html lang="en"><body><h1>Oak desk</h1><ul><li>120 cm <b>$70.00</b></li><li>160 cm <b>$95.00</b></li></ul></body></html>';
    expect((await read(html, { item: 'Oak desk', unit: 'USD' })).found).toBe('ambiguous');
    expect(await numberOf(html, { item: 'Oak desk 160 cm', unit: 'USD' })).toBe('95');
  });

  it('names what could be meant as the page writes it, without the value', async () => {
    const list = '<li>Écru, XL <b>$70.00</b></li><li>Navy Blue <b>$95.00</b></li>';
    const html = `<html lang="en"><body><h1>Wool coat</h1><ul>${list}</ul></body></html>`;
    const reading = await read(html, { item: 'Wool coat', unit: 'USD' });
    const candidates = reading.found === 'ambiguous' ? reading.candidates : [];
    expect(candidates.map(({ reason }) => reason).sort()).toEqual([
      'it could be meant: "Navy Blue"',
      'it could be meant: "Écru, XL"',
    ]);
  });

  it('reads the start of the page where the words that should appear are not there', async () => {
    const html = '<html lang="en"><body><nav>Home</nav><main><h1>News</h1><p>All quiet.</p></main></body></html>';
    const reading = await read(html, {
      property: 'text',
      factType: 'string',
      prompt: 'Tell me when it mentions "strike"',
    });
    expect(reading).toMatchObject({ found: 'value', value: { text: 'News All quiet.' } });
  });

  it('never throws, whatever a page holds, and quotes only what stands there', async () => {
    const kinds: Partial<Question>[] = [
      { unit: 'EUR' },
      { property: 'availability', factType: 'boolean' },
      { property: 'status', factType: 'string' },
      { property: 'entries', factType: 'object' },
      { property: 'date', factType: 'string', unit: 'date' },
      { property: 'version', factType: 'string', unit: 'version' },
      { property: 'count' },
      { property: 'rate', item: 'EUR/USD' },
    ];
    const piece = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom(
        '<table><tr><th>A</th><td>1</td></tr></table>',
        '<p>$5',
        '<li>Sold out</li>',
        '<h2>1.2.3</h2>',
        '&nbsp;',
        '<dt>x<dd>€ 3',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), fc.constantFrom(...kinds), async (pieces, given) => {
        const snapshot = await snapshotOf(
          `<html><body><h1>Page of things and words</h1><p>Some more text here.</p>${pieces.join(' ')}</body></html>`,
        ).catch(() => null);
        if (snapshot === null) return;
        const reading = readOffline(question(given), snapshot, NOW);
        if (reading.found === 'value' || reading.found === 'absent') expect(snapshot.text).toContain(reading.quote);
      }),
      { numRuns: 150 },
    );
  });
});
