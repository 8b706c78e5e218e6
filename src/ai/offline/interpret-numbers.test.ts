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
