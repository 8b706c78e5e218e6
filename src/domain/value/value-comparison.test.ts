import { describe, expect, it } from 'vitest';
import { itemsBeyond } from './value-comparison';

describe('entries that only look new', () => {
  it.each<[string, string, string]>([
    ['another place in a numbered list', '1. Bando contributi', '2. Bando contributi'],
    ['a counter', 'Maintenance on Sunday (17)', 'Maintenance on Sunday'],
    ['a counter with its noun', 'Stilfragen (4 Antworten)', 'Stilfragen (3 Antworten)'],
    ['a pin', '📌 Style guide', 'Style guide'],
    ['a badge', 'NEU: Wohnung am Park', 'Wohnung am Park'],
    ['a badge in brackets', '[Updated] Rate card', 'Rate card'],
    ['a Japanese badge', '【急募】看護師', '看護師'],
    ['a badge behind it', 'Appartement rue Haute (Nouveau)', 'Appartement rue Haute'],
    ['a title cut short', 'Maintenance window on Sun…', 'Maintenance window on Sunday at noon'],
  ])('%s', (_, now, before) => {
    expect(itemsBeyond([now, 'Other'], [before, 'Other'])).toEqual([]);
    expect(itemsBeyond([before, 'Other'], [now, 'Other'])).toEqual([]);
  });

  it.each<[string, string[], string[], string[]]>([
    ['the next of a series', ['11. Sitzung', '10. Sitzung'], ['10. Sitzung', '9. Sitzung'], ['11. Sitzung']],
    ['a second one, while the first is still there', ['Show (2)', 'Show (1)'], ['Show (1)'], ['Show (2)']],
    ['another title of the same length', ['Nurse III'], ['Nurse II'], ['Nurse III']],
    ['another year', ['Report 2027'], ['Report 2026'], ['Report 2027']],
    [
      'a title that begins alike',
      ['Maintenance window on Monday'],
      ['Maintenance window on Sun…'],
      ['Maintenance window on Monday'],
    ],
  ])('but not %s', (_, now, before, beyond) => {
    expect(itemsBeyond(now, before)).toEqual(beyond);
  });
});
