import { expect, it } from 'vitest';
import { promptNaming } from './candidate-wording';

const prompt = 'Tell me when the price falls below $100';

it('takes the name that the reason gives', () => {
  const candidate = { quote: '$72.00', reason: 'it could be meant: "Saturday 15 May"' };
  expect(promptNaming(prompt, candidate)).toBe(`${prompt} (I mean “Saturday 15 May”)`);
});

it('takes the words of the page where there is no name, on one line', () => {
  expect(promptNaming(` ${prompt} `, { quote: 'from\n $72.00', reason: 'it could be meant as well' })).toBe(
    `${prompt} (I mean “from $72.00”)`,
  );
});

it('replaces an earlier choice', () => {
  const once = promptNaming(prompt, { quote: 'A', reason: '' });
  expect(promptNaming(once, { quote: 'B', reason: '' })).toBe(`${prompt} (I mean “B”)`);
});
