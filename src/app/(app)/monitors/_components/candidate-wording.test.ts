import { expect, it } from 'vitest';
import { promptNaming } from './candidate-wording';

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
