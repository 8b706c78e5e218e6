import { expect, it } from 'vitest';
import { interpretOffline } from './interpret';

const NOW = new Date('2026-11-22T12:00:00Z');

it.each([
  ['Tell me when fewer than 5 of the Crisp air fryer are left in stock', 'Crisp air fryer', 'number left in stock'],
  ['Sag Bescheid, wenn weniger als 5 von den Orsa Lampen auf Lager sind', 'Orsa Lampen', 'number auf Lager'],
  ['Tell me when fewer than 5 units of the Kaveri pressure cooker are left', 'Kaveri pressure cooker', 'number left'],
  ['avísame cuando queden menos de 5 de las lámparas Orsa en stock', 'lámparas Orsa', 'number en stock'],
])(
  'pieces of a thing that are still there are counted, not any number beside its name: %s',
  (prompt, item, counted) => {
    const meant = interpretOffline(prompt, NOW);
    expect(meant).toMatchObject({ item, property: 'count', fact: `${counted} of ${item}` });
    expect(meant.trigger).toMatchObject({ op: 'lt', value: { number: '5', unit: null } });
  },
);

it.each([
  ['Tell me when a double room at Hotell Norrsken costs less than 1200 kr a night', 'double room at Hotell Norrsken'],
  ['Tell me when the cottage at Loch Marl is under £90 a night', 'cottage at Loch Marl'],
])('the measure of an amount is no thing: %s', (prompt, item) => {
  expect(interpretOffline(prompt, NOW)).toMatchObject({ item, property: 'price' });
});

it.each([
  ["let me know when the Talon Runner comes back in women's size 8.5"],
  ['préviens-moi quand la Talon Runner revient en pointure 42,5'],
])('a size is no release: %s', (prompt) => {
  expect(interpretOffline(prompt, NOW).unit).not.toBe('version');
});

it.each([
  ["Avvisami se l'olio Terre Alte da 5 litri va sotto i 45 euro", '45'],
  ['Tell me when the 2 kg bag of Orsa flour falls below $4', '4'],
  ['avísame si el aceite de 5 litros baja de 45 euros', '45'],
])('a size and a price are no range: %s', (prompt, number) => {
  expect(interpretOffline(prompt, NOW).trigger).toMatchObject({ op: 'lt', value: { number } });
});
