// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SAMPLE_DEFAULTS } from '@/domain/sample-values';
import { readDraft } from '@/ui/draft/kept-draft';
import { Example, Examples } from './landing';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

it.each([
  [{ onSale: true, salePrice: '312.00' }, 'No alert: $312.00 is not below $300.00.', true],
  [{ onSale: true, salePrice: '279.50' }, 'Alert: $279.50 is below $300.00.', true],
  [{ onSale: false, salePrice: '279.50' }, 'No alert: $379.00 is not below $300.00.', false],
])('the example says what the shop says: %j', (values, sentence, hasOldPrice) => {
  render(<Example headphones={{ ...SAMPLE_DEFAULTS.headphones, ...values }} isLive />);
  expect(screen.getByText(sentence)).toBeTruthy();
  expect(document.querySelector('s')?.textContent ?? null).toBe(hasOldPrice ? '$379.00' : null);
});

it('tries a sentence on the shop, and without one takes it along', () => {
  render(<Examples isLive next="/sign-up" />);
  expect(screen.getByRole('link', { name: /Oslo/ }).getAttribute('href')).toBe('#try-weather');
  cleanup();
  render(<Examples isLive={false} next="/sign-up" />);
  const link = screen.getByRole('link', { name: /desk/ });
  expect(link.getAttribute('href')).toBe('/sign-up');
  fireEvent.click(link);
  expect(readDraft()).toEqual({ prompt: 'Tell me when this desk is under 250 euros', source: '' });
});
