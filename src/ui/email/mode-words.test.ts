import { expect, it } from 'vitest';
import { EmailMode } from '@/domain/email/timing';
import { MODE_CHOICES, modeWords } from './mode-words';

it('says how alerts come within a sentence', () => {
  expect(EmailMode.options.map((mode) => modeWords(mode, 8))).toEqual([
    'at once',
    'gathered',
    'once a day at 08:00',
    'no emails',
  ]);
});

it('offers every way, the usual one first', () => {
  expect(MODE_CHOICES.map(({ mode }) => mode).sort()).toEqual([...EmailMode.options].sort());
  expect(MODE_CHOICES[0]?.mode).toBe('gathered');
});
