import { describe, expect, it } from 'vitest';
import { interpretOffline } from './interpret';

const read = (prompt: string) => interpretOffline(prompt, new Date('2026-11-22T12:00:00Z'));

describe('a question, then only whether it is so', () => {
  it.each([
    ["Is the pool open? Tell me when it isn't", 'neq', 'pool'],
    ['Ist die A7 noch gesperrt? Sag Bescheid, wenn nicht mehr', 'neq', 'A7'],
    ["Le musée est-il fermé ? Préviens-moi quand ce n'est plus le cas", 'neq', 'musée'],
    ['Is het zwembad dicht? Laat het weten als dat niet meer zo is', 'neq', 'zwembad'],
    ['Has flight BA12 landed? Let me know when it has', 'eq', 'flight BA12'],
    ['Is the Kobo Libra under 150 euros? Tell me when it is', 'lt', 'Kobo Libra'],
  ])('%s', (prompt, op, item) => {
    expect(read(prompt)).toMatchObject({ item, trigger: { op } });
  });
});

describe('sizes that no number says', () => {
  it.each([
    ['Tell me when the Vitamix is half price', { op: 'decreases', percent: '50' }],
    ['Sag mir, wenn der Preis um die Hälfte fällt', { op: 'decreases', percent: '50' }],
    ['Dis-moi quand le casque est à moitié prix', { op: 'decreases', percent: '50' }],
    ['Tell me when Nvidia doubles', { op: 'increases', percent: '100' }],
    ['Tell me when the mortgage rate drops by a quarter of a percent', { op: 'decreases', amount: '0.25' }],
    ['Tell me when the Fed cuts rates by 25 basis points', { op: 'decreases', amount: '0.25' }],
    ['Sag mir, wenn der Leitzins um einen halben Prozentpunkt sinkt', { op: 'decreases', amount: '0.5' }],
  ])('%s', (prompt, trigger) => {
    expect(read(prompt).trigger).toMatchObject(trigger);
  });

  it('are no double rooms', () => {
    expect(read('Tell me if a double room at the Ritz is under £300').trigger.op).toBe('lt');
  });
});

describe('what is nearly or wholly gone', () => {
  it.each([
    ['Tell me when only one room is left at the Grand Ferdinand', 'lte'],
    ['Sag mir, wenn nur noch ein Zimmer im Hotel Seeblick frei ist', 'lte'],
    ["Dis-moi quand il ne reste plus qu'une chambre à l'Auberge du Lac", 'lte'],
    ['Laat me weten als er nog maar één kaartje is', 'lte'],
    ['Tell me when there are no free chargers at the Tesco Extra', 'is_false'],
    ['Sag mir, wenn das Amt keine Termine mehr hat', 'is_false'],
  ])('%s', (prompt, op) => {
    expect(read(prompt).trigger.op).toBe(op);
  });

  it('is not the article of a noun', () => {
    expect(read('Sag mir, wenn Schalke auf Platz 16 oder schlechter rutscht').trigger).toMatchObject({ op: 'gte' });
  });
});
