import { describe, expect, it } from 'vitest';
import { withCorrections } from './correction';

describe('a number that is taken back', () => {
  it.each([
    ['below 300, no, 250 dollars', 'below 250 dollars'],
    ['below $300, sorry, 250', 'below $250'],
    ['unter 300 €, nein, 250', 'unter 250 €'],
    ['sous 300 €, non, plutôt 250', 'sous 250 €'],
    ['onder de 300 euro, nee, 250', 'onder de 250 euro'],
    ['menos de 300 €, perdón, 250 €', 'menos de 250 €'],
  ])('%s', (said, meant) => {
    expect(withCorrections(said)).toBe(meant);
  });

  it.each(['between 300 and 250', 'under 300, no. 25 Elm Street', 'below 300, rather than 250', 'WH-1000, no sale'])(
    'is not any second number: %s',
    (said) => {
      expect(withCorrections(said)).toBe(said);
    },
  );
});
