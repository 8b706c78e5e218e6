import { describe, expect, it } from 'vitest';
import type { Question } from '@/domain/contract/reading';
import { snapshotOf } from '@/test/snapshot-of';
import { readOffline } from './read';

const NOW = new Date('2026-11-22T12:00:00Z');

/** What is read: the value as text, or why there is none. */
async function told(html: string, asked: Pick<Question, 'prompt' | 'fact'> & Partial<Question>): Promise<string> {
  const question: Question = {
    item: null,
    property: 'price',
    factType: 'number',
    unit: 'EUR',
    language: 'de',
    ...asked,
  };
  const reading = readOffline(question, await snapshotOf(html), NOW);
  if (reading.found !== 'value' || reading.value === null) return reading.found;
  const { value } = reading;
  return value.type === 'number' ? value.number : value.type === 'string' ? value.text : value.type;
}

const page = (body: string, lang = 'de'): string => `<html lang="${lang}"><body><main>${body}</main></body></html>`;

describe('a set beside the piece', () => {
  const asked = {
    prompt: 'Nordgrip Reifen unter 80 €',
    fact: 'price of Nordgrip Reifen in EUR',
    item: 'Nordgrip Reifen',
  };

  it.each([['4 Stück: 359,60 €'], ['4er-Set 359,60 €'], ['4 x 359,60 €']])('is no price of one: %s', async (set) => {
    expect(await told(page(`<h1>Nordgrip Reifen</h1><p>89,90 € pro Reifen</p><p>${set}</p>`), asked)).toBe('89.9');
  });

  it('is the price where the set was asked for', async () => {
    const html = page('<h1>Nordgrip Reifen</h1><p>4 Stück: 359,60 €</p>');
    expect(await told(html, { ...asked, prompt: '4 Nordgrip Reifen unter 300 €' })).toBe('359.6');
  });
});

describe('what is left of a thing', () => {
  const asked = {
    prompt: 'Tell me when fewer than 3 of the Kaveri cooker are left',
    fact: 'number left of Kaveri cooker',
    item: 'Kaveri cooker',
    property: 'count',
    unit: null,
  };

  it.each([
    ['Hurry, only 7 left!', 'en'],
    ['Nur noch 7 auf Lager', 'de'],
    ['Plus que 7 exemplaires disponibles', 'fr'],
    ['Quedan 7 unidades', 'es'],
    ['Nog 7 op voorraad', 'nl'],
  ])('is told by "%s"', async (line, lang) => {
    const html = page(`<h1>Kaveri cooker 5 L</h1><p>4.1 ★ 2318 ratings</p><p>${line}</p>`, lang);
    expect(await told(html, asked)).toBe('7');
  });
});

describe('one of several dates', () => {
  const dates = (label: string, other: string): string =>
    page(
      `<h1>Halden bookcase</h1><dl><dt>${label}</dt><dd>2027-01-12</dd><dt>${other}</dt><dd>2026-12-01</dd></dl>`,
      'en',
    );
  const asked = {
    fact: 'date of Halden bookcase',
    item: 'Halden bookcase',
    property: 'date',
    factType: 'string',
  } as const;

  it.each([
    ['when the dispatch date of the Halden bookcase changes', 'Estimated dispatch', 'Last ordering date'],
    ['wenn sich das Versanddatum der Halden bookcase ändert', 'Versand voraussichtlich', 'Bestelldatum'],
    ["quand la date d'expédition de la Halden bookcase change", 'Expédition prévue', 'Date limite de commande'],
  ])('is the one that is named: %s', async (prompt, label, other) => {
    expect(await told(dates(label, other), { ...asked, unit: 'date', prompt })).toBe('2027-01-12');
  });
});

it('counts what Japanese writes against its number', async () => {
  const html = page('<h1>雲海ポット</h1><p>レビュー482件</p><p>6,980円</p>', 'ja');
  const asked = {
    prompt: '「雲海ポット」のレビューが500件を超えたら',
    fact: 'number of 件 of 雲海ポット',
    item: '雲海ポット',
  };
  expect(await told(html, { ...asked, property: 'count', unit: null, language: 'ja' })).toBe('482');
});

describe('amounts that are no price of the item', () => {
  const asked = { prompt: 'Orsa Lampe unter 80', fact: 'price of Orsa Lampe in EUR', item: 'Orsa Lampe' };
  const wanted = { ...asked, prompt: 'Tell me when the Orsa Lampe is below 80' };

  it.each([
    ['Geschenke bis 30 €'],
    ['Gifts under €25'],
    ['Idées cadeaux à moins de 20 €'],
    ['Regali sotto 20 €'],
    ['Cadeaus tot € 25'],
  ])('are limits to sort offers by: %s', async (line) => {
    expect(await told(page(`<h1>Orsa Lampe</h1><p>${line}</p>`), wanted)).toBe('missing');
  });

  it.each([
    ['El precio medio en la zona es de 90 €'],
    ['Average price in the area: €90'],
    ['Gastos de comunidad 60 €'],
    ['Charges de copropriété : 1 260 €'],
    ['Apport 31 800 €'],
    ['Add another member for €7.99'],
  ])('are averages and costs beside it: %s', async (line) => {
    expect(await told(page(`<h1>Orsa Lampe</h1><p>${line}</p>`), wanted)).toBe('missing');
    expect(await told(page(`<h1>Orsa Lampe</h1><p>119 €</p><p>${line}</p>`), wanted)).toBe('119');
  });
});

it.each([
  ['<span>42 €</span><span>2de</span>', '42'],
  ['<span>1 299,00 zł</span><span>brutto</span>', '1299'],
  ['<span>35 €</span><span>99</span>', '35.99'],
  ['<span>$</span><span>648</span><sup>95</sup>', '648.95'],
])('ends an amount where its element ends: %s', async (drawn, amount) => {
  const asked = { prompt: 'when the Orsa lamp is below 20', fact: 'price of Orsa lamp', item: 'Orsa lamp', unit: null };
  expect(await told(page(`<h1>Orsa lamp</h1><p>${drawn}</p>`, 'pl'), asked)).toBe(amount);
});

it.each([['4.2/5 (1,318 reviews)'], ['★ 4.2'], ['4.2 out of 5']])('reads a rating on its scale: %s', async (line) => {
  const asked = { prompt: 'rating of Orsa lamp below 4', fact: 'rating of Orsa lamp', item: 'Orsa lamp' };
  const html = page(`<h1>Orsa lamp</h1><p>${line}</p><p>Burns for 3 hours</p>`, 'en');
  expect(await told(html, { ...asked, property: 'rating', unit: null })).toBe('4.2');
});

it('takes a size among the details for no other model', async () => {
  const asked = { prompt: 'Arclight 35mm under $600', fact: 'price of Arclight 35mm in USD', item: 'Arclight 35mm' };
  const price = '<p>$648.95</p>';
  const detail = page(`<h1>Arclight 35mm</h1><p>Key features: 11 elements, 52mm filter</p>${price}`, 'en');
  expect(await told(detail, { ...asked, unit: 'USD' })).toBe('648.95');
  const other = page(`<h1>Arclight lenses</h1><ul><li>52mm ${price}</li></ul>`, 'en');
  expect(await told(other, { ...asked, unit: 'USD' })).not.toBe('648.95');
});
