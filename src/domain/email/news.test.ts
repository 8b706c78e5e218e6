import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aNews } from '@/test/news';
import { ABSENCE } from '../value/readable-value';
import type { FactValue } from '../value/value';
import { type News, newsLine } from './news';
import { reasonOf } from './news-words';
import { plainLine } from './plain-line';

const usd = (number: string): FactValue => ({ type: 'number', number, unit: 'USD' });
const text = (words: string): FactValue => ({ type: 'string', text: words, unit: null });
const list = (...items: string[]): FactValue => ({ type: 'object', items });
const yes = (boolean: boolean): FactValue => ({ type: 'boolean', boolean });
const line = (news: Partial<News>) =>
  newsLine({ ...aNews(), previous: null, current: null, quote: '', previousQuote: null, ...news });

describe('the news in one line', () => {
  it('tells a number with the one before, and their units', () => {
    expect(line({ previous: usd('312'), current: usd('279') })).toBe('Aurora One is $279.00 (was $312.00)');
    expect(line({ current: usd('279') })).toBe('Aurora One is $279.00');
    expect(line({ previous: ABSENCE, current: usd('279') })).toBe('Aurora One is $279.00');
    expect(line({ previous: usd('279'), current: null })).toBe('Aurora One: no longer there');
    expect(line({ previous: ABSENCE, current: null })).toBe('Aurora One: not there');
    expect(line({ previous: usd('279'), current: usd('279') })).toBe('Aurora One is $279.00');
    const bare: FactValue = { type: 'number', number: '312', unit: null };
    expect(line({ previous: bare, current: usd('279') })).toBe('Aurora One is $279.00 (was $312.00)');
  });

  it('tells of a list what was added, or what was taken away', () => {
    const before = list('Ropes', 'Sail maker');
    expect(line({ previous: before, current: list('Ropes', 'Harbour diver', 'Sail maker') })).toBe(
      'New: Harbour diver',
    );
    expect(line({ previous: before, current: list('Ropes') })).toBe('Gone: Sail maker');
    expect(line({ previous: list(), current: list('a', 'b', 'c', 'd', 'e') })).toBe('New: a, b, c and 2 more');
    expect(line({ previous: before, current: list('Ropes', 'Diver') })).toBe('New: Diver; gone: Sail maker');
    const long = list(...['a', 'b', 'c'].map((one) => one.repeat(500)));
    expect(line({ previous: list(...['d', 'e', 'f'].map((one) => one.repeat(500))), current: long })).toMatch(
      /^New: a+…, b+… and 1 more; gone: d+…, e+… and 1 more$/,
    );
    expect(line({ current: list(`one\r\nBcc: ${'x'.repeat(500)}`) })).toMatch(/^New: one Bcc: x+…$/);
  });

  it('tells a yes or no in words, the page’s own where they are short', () => {
    const stock = { about: 'Friday tickets', property: 'availability', previous: yes(false), current: yes(true) };
    expect(line({ ...stock, quote: 'available', previousQuote: 'Sold out' })).toBe(
      'Friday tickets: Sold out → available',
    );
    expect(line({ ...stock, quote: 'x'.repeat(200) })).toBe('Friday tickets: not available → available');
    expect(line({ ...stock, property: 'open', previous: null })).toBe('Friday tickets: open: yes');
  });

  it('never tells a yes or no as “no → yes”, whatever the page wrote', () => {
    const stock = { about: 'Friday tickets', property: 'availability', previous: yes(false), current: yes(true) };
    const ours = 'Friday tickets: not available → available';
    expect(line({ ...stock, quote: 'Yes', previousQuote: 'No' })).toBe(ours);
    expect(line({ ...stock, quote: 'In stock: ✓', previousQuote: 'In stock: nein' })).toBe(ours);
    expect(line({ ...stock, quote: 'Tickets', previousQuote: 'tickets' })).toBe(ours);
    expect(line({ ...stock, property: 'open', quote: 'yes', previousQuote: 'no' })).toBe('Friday tickets: open: yes');
    expect(line({ ...stock, property: 'constructor' })).toBe('Friday tickets: constructor: yes');
    const recovered = { ...stock, kind: 'recovered' as const, quote: 'available', monitorName: 'Tickets' };
    expect(line(recovered)).toBe('Tickets: works again (available)');
  });

  it('tells short texts whole, and of long ones that they changed', () => {
    expect(line({ previous: text('Boarding'), current: text('Departed') })).toBe('Aurora One: Boarding → Departed');
    expect(line({ previous: text('x'.repeat(200)), current: text('Departed') })).toBe('Aurora One: Departed');
    expect(line({ previous: text('a'), current: text('x'.repeat(200)) })).toBe('Aurora One has changed');
  });
});

describe('why there is an email', () => {
  const reason = (news: Partial<News>) => reasonOf(aNews(news));

  it('is the sentence of the decision, without its first word', () => {
    expect(reason({})).toBe('$279.00 is below $300.00.');
    expect(reason({ sentence: 'No alert: the page was not found.' })).toBe('The page was not found.');
  });

  it('says of a yes or no that changed what the news says', () => {
    const stock = { property: 'open', previous: yes(false), current: yes(true) };
    const sentence = 'Alert: it rose from no to yes.';
    expect(reason({ ...stock, sentence, quote: 'Open', previousQuote: '$&' })).toBe('It changed.');
    expect(reason({ ...stock, sentence, quote: 'Open', previousQuote: 'Closed $&' })).toBe(
      'It changed from “Closed $&” to “Open”.',
    );
  });
});

describe('a plain line', () => {
  it('has no breaks, no controls and nothing that turns words around', () => {
    expect(plainLine(' a\r\nBcc: b\u2028c\u0000d ')).toBe('a Bcc: b c\ufffdd');
    expect(plainLine('\u202Egro.live\u202C')).toBe('gro.live');
    expect(plainLine(`e${'\u0301'.repeat(50)}`)).toBe(`e${'\u0301'.repeat(4)}`);
  });

  it('is cut at whole characters', () => {
    expect(plainLine('👍👍👍', 4)).toBe('👍…');
    expect(plainLine('👨‍👩‍👧', 4)).toBe('👨…');
    expect(plainLine('four words are here', 11)).toBe('four words…');
  });

  it('is one line within its length, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 2, max: 80 }), (text, most) => {
        const line = plainLine(text, most);
        return (
          line.length <= most && !/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(line) && line.isWellFormed()
        );
      }),
    );
  });
});
