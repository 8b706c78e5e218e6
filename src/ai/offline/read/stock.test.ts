import { describe, expect, it } from 'vitest';
import type { Question } from '@/domain/contract/reading';
import { snapshotOf } from '@/test/snapshot-of';
import { verifyReading } from '../../verify';
import { readOffline } from './read';

const NOW = new Date('2026-11-22T12:00:00Z');

/** The verified value ("94 USD" or a boolean), else why there is none. */
async function told(body: string, item: string, given: Partial<Question> = {}): Promise<unknown> {
  const asked: Question = {
    prompt: `Tell me when ${item} is in stock`,
    fact: `availability of ${item}`,
    item,
    property: 'availability',
    factType: 'boolean',
    unit: null,
    language: 'en',
    ...given,
  };
  const snapshot = await snapshotOf(`<html><body><main>${body}</main></body></html>`);
  const verdict = verifyReading(asked, snapshot, readOffline(asked, snapshot, NOW));
  if (!verdict.ok) return verdict.reason;
  const { value } = verdict;
  if (value?.type === 'number') return `${value.number} ${value.unit}`;
  return value?.type === 'boolean' ? value.boolean : value;
}

const PRICE = { property: 'price', factType: 'number' } as const;

describe('whether a thing can be had', () => {
  it('takes no question for a statement', async () => {
    const body = '<h1>Tarn stool</h1><p>In stock</p><p>Q: Is it sold out? A: Seldom.</p>';
    expect(await told(body, 'Tarn stool')).toBe(true);
  });

  it('takes a coming day behind "back in stock" for not yet', async () => {
    expect(await told('<h1>Tarn stool</h1><p>Back in stock: 12 December</p>', 'Tarn stool')).toBe(false);
    expect(await told('<h1>Hocker Tarn</h1><p>Wieder lieferbar ab KW 14</p>', 'Hocker Tarn')).toBe(false);
    expect(await told('<h1>Tarn stool</h1><p>Back in stock!</p>', 'Tarn stool')).toBe(true);
  });

  it('reads the living size beside dead ones, and the dead one', async () => {
    const sizes = '<div><button>37</button><button disabled>38</button></div><button>Add to bag</button>';
    expect(await told(`<h1>Reed boot</h1>${sizes}`, 'Reed boot size 37')).toBe(true);
    expect(await told(`<h1>Reed boot</h1>${sizes}`, 'Reed boot size 38')).toBe(false);
    const gone = sizes.replace('<button>Add to bag</button>', '<p>Sold out</p>');
    expect(await told(`<h1>Reed boot</h1>${gone}`, 'Reed boot size 37')).not.toBe(true);
    const prompt = 'Avvisami quando Reed boot torna nella taglia 38';
    expect(await told(`<h1>Reed boot</h1>${sizes}`, 'Reed boot', { prompt })).toBe(false);
  });

  it('knows a dead colour by its control, whatever its name', async () => {
    const colours = '<button>Fern</button><button class="sold-out">Clinker</button><button>Add to bag</button>';
    expect(await told(`<h1>Reed boot</h1>${colours}`, 'Reed boot in Clinker')).toBe(false);
  });

  it('does not take a longer name for the one that was asked for', async () => {
    const rows = '<tr><td>Queen</td><td>Out of stock</td></tr><tr><td>Grand queen</td><td>In stock</td></tr>';
    const table = `<table><tr><th>Size</th><th>Stock</th></tr>${rows}</table>`;
    expect(await told(`<h1>Moss blanket</h1>${table}`, 'Moss blanket in Queen')).toBe(false);
  });

  it('takes the line of the branch that was asked for, and no branch for an order', async () => {
    const lines = '<p>Collect in Hull York Road: out of stock</p><p>Collect in Hull Dock: in stock</p>';
    expect(await told(`<h1>Moss blanket</h1>${lines}`, 'Moss blanket at Hull York Road')).toBe(false);
    const german = '<p>Dieser Artikel ist zurzeit vergriffen und wird erst im Mai geliefert.</p>';
    const branch = '<p>In der Filiale Celle verfügbar</p>';
    expect(await told(`<h1>Moosdecke</h1>${german}${branch}`, 'Moosdecke')).toBe(false);
  });
});

describe('kinds of price', () => {
  it('reads net, transfer and member prices where they are asked for, else the plain one', async () => {
    const body = '<h1>Fen pump</h1><p>£120.00 inc VAT</p><p>£100.00 ex VAT</p>';
    const asked = { ...PRICE, unit: 'GBP' };
    const net = { ...asked, prompt: 'Tell me when Fen pump is below £90 ex VAT' };
    expect(await told(body, 'Fen pump', net)).toBe('100 GBP');
    expect(await told(body, 'Fen pump', { ...asked, prompt: 'Fen pump below £90' })).toBe('120 GBP');
    const club = '<h1>Fen pump</h1><p>£120.00</p><p>Members pay £110.00</p>';
    const member = { ...asked, prompt: 'Tell me when the member price of Fen pump is below £90' };
    expect(await told(club, 'Fen pump', member)).toBe('110 GBP');
  });

  it('takes the price of one, not of several', async () => {
    const asked = { ...PRICE, unit: 'USD', prompt: 'Tell me when Fen pump is below $20' };
    expect(await told('<h1>Fen pump</h1><p>2 for $40 or $25 each</p>', 'Fen pump', asked)).toBe('25 USD');
    const rows = '<tr><td>1</td><td>$25.00</td></tr><tr><td>10+</td><td>$21.00</td></tr>';
    const table = `<table><tr><th>Qty</th><th>Price</th></tr>${rows}</table>`;
    expect(await told(`<h1>Fen pump</h1>${table}`, 'Fen pump', asked)).toBe('25 USD');
  });
});

describe('a price of nothing', () => {
  it('is a blank and no price, unless the person waits for it', async () => {
    expect(await told('<h1>Tarn stool</h1><p>$0.00</p>', 'Tarn stool', PRICE)).toMatch(/price/i);
    const fee = { ...PRICE, prompt: 'Tell me when the annual fee of the Tarn card changes' };
    expect(await told('<h1>Tarn card</h1><p>Annual fee: $0.00</p>', 'Tarn card', fee)).toBe('0 USD');
  });

  it('and raised cents behind grouped thousands are cents', async () => {
    expect(await told('<h1>Hocker Tarn</h1><p><span>1.189</span><sup>00</sup> €</p>', 'Hocker Tarn', PRICE)).toBe(
      '1189 EUR',
    );
    expect(await told('<h1>Tarn stool</h1><p>$<b>1,189</b><sup>95</sup></p>', 'Tarn stool', PRICE)).toBe('1189.95 USD');
  });
});
