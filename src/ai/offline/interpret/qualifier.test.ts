import { describe, expect, it } from 'vitest';
import { interpretOffline } from './interpret';

const NOW = new Date('2026-11-22T12:00:00Z');

describe('words before the property', () => {
  it.each([
    ['Tell me when the 30-year fixed rate at Ashgrove Bank drops below 6%', '30-year fixed rate of Ashgrove Bank in %'],
    ['Alert me if the diesel price at Esso Altona is below 1.55', 'diesel price of Esso Altona'],
    ['Tell me when the student price of the City Museum changes', 'student price of City Museum'],
    ['Let me know as soon as the price of the Dyson V15 is below $500', 'price of Dyson V15 in USD'],
  ])('tell the fact apart: %s', (prompt, fact) => {
    expect(interpretOffline(prompt, NOW).fact).toBe(fact);
  });

  it.each([
    ['Tell me when the WH-1000XM6 price at Park Cameras drops below 300 €', 'WH-1000XM6 at Park Cameras'],
    ['Sag mir, wenn der RTX 5080 Preis bei Alternate unter 900 € fällt', 'RTX 5080 bei Alternate'],
    ['tell me when the iPhone 17 price on bestbuy falls under $700', 'iPhone 17 on bestbuy'],
  ])('are the item where a model stands there and its seller behind: %s', (prompt, item) => {
    expect(interpretOffline(prompt, NOW).item).toBe(item);
  });
});
