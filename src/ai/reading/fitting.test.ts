import { expect, it } from 'vitest';
import type { Question } from '@/domain/contract/reading';
import { snapshotOf } from '@/test/snapshot-of';
import { askPage } from './fitting';

const NOW = new Date('2026-11-22T12:00:00Z');
const PRICE: Question = {
  prompt: 'Sag mir, wenn sich der Preis von Diesel ändert',
  fact: 'Preis von Diesel',
  item: 'Diesel',
  property: 'Preis',
  factType: 'number',
  unit: 'EUR',
  language: 'de',
};

async function amountsOn(body: string) {
  const { fitting } = askPage(PRICE, await snapshotOf(`<html lang="de"><main>${body}</main>`), NOW);
  return fitting.flatMap(({ value, kind }) => (kind === 'money' && value.type === 'number' ? [value.number] : []));
}

it.each([
  ['beside amounts of two decimals', '<p>Diesel 1,579 €</p><p>Kaffee 2,49 €</p>', ['1.579', '2.49']],
  ['where prices of a measure are told', '<p>Preise in Euro pro Liter</p><p>Diesel 1,579 €</p>', ['1.579']],
  ['not beside amounts of another format', '<p>Diesel 1,579 €</p><p>Kaffee €2.49</p>', ['1579', '2.49']],
  ['not where a point stands between', '<p>Fernseher 1.579 €</p><p>Kaffee 2,49 €</p>', ['1579', '2.49']],
])('reads three digits behind a comma as decimals %s', async (_, body, amounts) => {
  expect(await amountsOn(body)).toEqual(amounts);
});
