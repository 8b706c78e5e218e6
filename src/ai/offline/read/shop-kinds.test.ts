import { describe, expect, it } from 'vitest';
import type { Question } from '@/domain/contract/reading';
import { snapshotOf } from '@/test/snapshot-of';
import { readOffline } from './read';

const NOW = new Date('2026-11-22T12:00:00Z');

async function told(html: string, asked: Pick<Question, 'prompt' | 'fact'> & Partial<Question>): Promise<string> {
  const question: Question = {
    item: null,
    property: 'price',
    factType: 'number',
    unit: 'USD',
    language: 'en',
    ...asked,
  };
  const reading = readOffline(question, await snapshotOf(html), NOW);
  if (reading.found !== 'value' || reading.value === null) return reading.found;
  const { value } = reading;
  return value.type === 'number' ? value.number : value.type === 'boolean' ? String(value.boolean) : value.type;
}

const page = (body: string, lang = 'en'): string => `<html lang="${lang}"><body><main>${body}</main></body></html>`;
const lamp = (body: string, lang = 'en'): string => page(`<h1>Orsa lamp</h1>${body}`, lang);
const ASKED = {
  prompt: 'Tell me when the Orsa lamp is below $20',
  fact: 'price of Orsa lamp in USD',
  item: 'Orsa lamp',
};

describe('kinds of price', () => {
  it('reads the price of the measure that is asked for', async () => {
    const html = page('<h1>Sockeye salmon</h1><p>$12.74</p><p>$16.99 / lb</p>');
    const asked = { fact: 'price of sockeye salmon in USD', item: 'sockeye salmon' };
    expect(await told(html, { ...asked, prompt: 'sockeye salmon under $15 a pound' })).toBe('16.99');
    expect(await told(html, { ...asked, prompt: 'sockeye salmon under $15' })).toBe('12.74');
  });

  it.each([
    ['<p>Adults $56</p><p>Children $44</p>', '56'],
    [
      '<table><tr><th></th><th>Normalpreis</th><th>Ermäßigt</th></tr><tr><td>Orsa lamp</td><td>$56</td><td>$44</td></tr></table>',
      '56',
    ],
    ['<p>Plein tarif $56</p><p>Tarif réduit $44</p>', '56'],
  ])('takes no reduced fare for the price: %s', async (fares, amount) => {
    expect(await told(lamp(fares), ASKED)).toBe(amount);
  });

  it('tells members from those who are none', async () => {
    const html = lamp(
      '<div><span>Member price</span> <b>$42</b></div><div><span>Non-member price</span> <b>$45</b></div>',
    );
    expect(await told(html, { ...ASKED, prompt: 'the member price of the Orsa lamp below $20' })).toBe('42');
    expect(await told(html, ASKED)).toBe('45');
  });

  it.each([['quincenales con crédito'], ['semanales'], ['biweekly'], ['fortnightly with Splitly']])(
    'knows instalments of weeks: $38.66 %s',
    async (every) => {
      expect(await told(lamp(`<p>Paga $38.66 ${every}</p>`), ASKED)).toBe('missing');
    },
  );

  it('takes a class that names the discounted price for a price', async () => {
    const drawn = '<p><span class="discount-price">$57.00</span><span class="list-price">$72.00</span></p>';
    expect(await told(lamp(drawn), ASKED)).toBe('57');
  });

  it('takes nothing said in passing where the price itself is refused', async () => {
    const html = page(
      '<h1>Orsa 40 lamps</h1><div><p>Orsa 60</p><p><b>$57.00</b></p></div><p>Trip to our outlet $9.00 return</p>',
    );
    expect(await told(html, { ...ASKED, item: 'Orsa 40', fact: 'price of Orsa 40 in USD' })).not.toBe('9');
  });
});

it('keeps the number of bids apart from the bid', async () => {
  const asked = { ...ASKED, prompt: 'the current bid on the Orsa lamp over $400', fact: 'bid on Orsa lamp in USD' };
  expect(await told(lamp('<p><span>Current bid</span><b>$360</b><span>14 bids</span></p>'), asked)).toBe('360');
});

describe('what can be had', () => {
  const asked = { prompt: 'when the Orsa lamp is available', fact: 'availability of Orsa lamp', item: 'Orsa lamp' };
  const ask = { ...asked, property: 'availability', factType: 'boolean', unit: null } as const;

  it.each([
    ['<p>Discontinued.</p><p>Runs on batteries. Spare glass shades available.</p>', 'false'],
    ['<table><tr><td>Week 29</td><td>Vrij</td></tr></table>', 'true'],
    ['<table><tr><td>KW 30</td><td>Besetzt</td></tr></table>', 'false'],
    ['<p>Ocupado</p>', 'false'],
  ])('is the item, not what goes with it: %s', async (html, value) => {
    expect(await told(lamp(html), ask)).toBe(value);
  });
});

describe('a variant drawn as a button', () => {
  const button = (name: string, price: string): string => `<button>${name}<br><small>${price}</small></button>`;
  const buttons = [button('128 GB', '$649.99'), button('256 GB', '$729.99'), button('512 GB', '$849.99')].join('');

  it.each([
    ['128 GB', '649.99'],
    ['256 GB', '729.99'],
    ['512 GB', '849.99'],
  ])('has the price in its own box: %s', async (size, amount) => {
    const html = page(`<h1>Zephyr 8</h1><p>$649.99</p><div>${buttons}</div>`);
    const item = `Zephyr 8 ${size}`;
    expect(await told(html, { prompt: `${item} below $600`, fact: `price of ${item} in USD`, item })).toBe(amount);
  });
});

it('takes "al día" for a day and not for litres', async () => {
  const html = page('<h1>Coche compacto</h1><p><b>36 €</b> al día</p><p>Total 180 €</p>', 'es');
  const asked = { fact: 'alquiler of coche compacto in EUR', item: 'coche compacto', unit: 'EUR', language: 'es' };
  expect(await told(html, { ...asked, prompt: 'alquiler de un coche compacto baja de 30 € al día' })).toBe('36');
});

describe('what is on sale later, elsewhere or of another name', () => {
  const asked = { prompt: 'when the Orsa lamp is available', fact: 'availability of Orsa lamp', item: 'Orsa lamp' };
  const ask = { ...asked, property: 'availability', factType: 'boolean', unit: null } as const;

  it.each([
    ['Mise en vente le 1er mars à 10h', 'fr'],
    ['Ouverture de la billetterie : dès le 3 mai', 'fr'],
    ['Verkaufsstart: 1. März', 'de'],
    ['A la venta el 3 de mayo', 'es'],
    ['Nicht lagernd. Liefertermin unbekannt', 'de'],
  ])('can not be had now: %s', async (line, lang) => {
    expect(await told(lamp(`<p>${line}</p>`, lang), ask)).toBe('false');
  });

  it('is not proven by a button where a day is asked for', async () => {
    const html = lamp('<p>$40.00</p><button>Add to cart</button>');
    expect(await told(html, ask)).toBe('true');
    const prompt = 'when the Orsa lamp can be delivered before Christmas';
    expect(await told(html, { ...ask, prompt })).toBe('missing');
  });

  it('is no related thing that lacks a word of the name', async () => {
    const card = '<ul><li><a>Orsa pan 24 cm</a><p>$19.00</p></li><li><a>Orsa lamp 20 cm</a><p>$29.00</p></li></ul>';
    const html = page(`<h1>Sorry!</h1><h2>You may also like</h2>${card}`);
    expect(await told(html, { ...ASKED, item: 'Orsa lamp 24 cm', fact: 'price of Orsa lamp 24 cm' })).toBe('missing');
  });
});
