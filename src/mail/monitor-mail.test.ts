import { describe, expect, it } from 'vitest';
import type { News } from '@/domain/email/news';
import { FAILURES } from '@/domain/outcome';
import { ABSENCE } from '@/domain/value/readable-value';
import type { FactValue } from '@/domain/value/value';
import type { Locale } from '@/domain/written/locales';
import { aNews } from '@/test/news';
import { localTime } from './local-time';
import { LIGHT } from './look';
import { type MonitorLinks, renderMonitorMail } from './notification-mail';
import { pictureCid } from './picture-cid';

const LINKS: MonitorLinks = {
  monitor: 'https://monitors.example.org/monitors/1',
  unsubscribeMonitor: 'https://monitors.example.org/unsubscribe?token=one',
  unsubscribeAll: 'https://monitors.example.org/unsubscribe?token=all',
};
const render = (news: Partial<News> = {}, locale: Locale = 'en') =>
  renderMonitorMail({ news: aNews(news), links: LINKS, timeZone: 'Europe/Oslo', locale });
const text = (words: string): FactValue => ({ type: 'string', text: words, unit: null });
const yes = (boolean: boolean): FactValue => ({ type: 'boolean', boolean });
const list = (...items: string[]): FactValue => ({ type: 'object', items });
/** What a person sees of the HTML. */
const seen = (html: string) => html.replace(/<(style|title)[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]*>/g, '');

describe('an alert', () => {
  it('says old → new, how far, why, the quote, the source, the local time, and where to go', async () => {
    const mail = await render();
    expect(mail.subject).toBe('Aurora One is $279.00 (was $312.00)');
    const all = ['$312.00 → $279.00', '$33.00 (10.6%)', '$279.00 is below $300.00.', '“$279.00”', '13:00 CET'];
    for (const words of ['Aurora One below $300', ...all]) {
      expect(mail.text).toContain(words);
      expect(seen(mail.html)).toContain(words);
    }
    expect(mail.text).toContain('https://shop.example.org/aurora-one');
    for (const url of Object.values(LINKS)) {
      expect(mail.text).toContain(url);
      expect(mail.html).toContain(`href="${url}"`);
    }
    expect(seen(mail.html)).toContain('Check again');
    expect(mail.text).not.toContain('<');
  });

  it('is written as the person reads numbers and dates, the page’s own words as they are', async () => {
    const prices = { previous: number('-1312.5', 'USD'), current: number('1279', 'USD'), quote: '$1,279.00' };
    const sentence = 'Alert: $1,279.00 is below $1,300.00.';
    const german = await render({ ...prices, sentence }, 'en-DE');
    expect(german.subject).toBe('Aurora One is $1.279,00 (was −$1.312,50)');
    const all = ['−$1.312,50 → $1.279,00', '$2.591,50', '$1.279,00 is below $1.300,00.', '“$1,279.00”', '13:00 CET'];
    for (const words of all) {
      expect(german.text).toContain(words);
      expect(seen(german.html)).toContain(words);
    }
    const american = await render({ previous: date('2026-12-12'), current: date('2026-12-14') }, 'en-US');
    expect(american.text).toContain('→ December 14, 2026, 2 days later');
    expect(american.text).toContain('November 22, 2026 at 1:00 PM GMT+1');
    expect((await render({ ...prices, sentence }, 'en-SE')).subject).toBe('Aurora One is $1 279,00 (was −$1 312,50)');
  });

  it('shows the picture where there is one, and nothing from elsewhere', async () => {
    const { evaluationId } = aNews();
    const { html } = await render();
    expect(html).toContain(`src="cid:${pictureCid(evaluationId)}"`);
    expect(html.match(/(?:src|background)="(?!cid:)|url\(|@import|<link/g)).toBeNull();
    expect((await render({ hasPicture: false })).html).not.toContain('<img');
  });

  it('is light by itself, and dark where that is asked for', async () => {
    const { html } = await render();
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
    expect(html).toContain('@media (prefers-color-scheme: dark)');
    const button = /<a [^>]*class="button"[^>]*>/.exec(html)?.[0];
    expect(button).toContain(`background-color:${LIGHT.button}`);
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
  });

  it.each<[string, Partial<News>, string]>([
    ['a first value', { previous: null, previousQuote: null }, 'Now: $279.00\n'],
    ['a percentage', { previous: number('3', '%'), current: number('3.25', '%') }, '3% → 3.25%, up 0.25 points\n'],
    ['degrees', { previous: number('2', '°C'), current: number('-3', '°C') }, '2 °C → −3 °C, down 5 °C\n'],
    ['a page without a unit', { previous: number('312', null) }, '$312.00 → $279.00, down'],
    ['a date', { previous: date('2026-12-12'), current: date('2026-12-14') }, '→ 14 December 2026, 2 days later'],
    ['none any more', { current: null }, 'Now: No longer there\nIt was: $312.00'],
    ['none at all', { previous: ABSENCE, current: null }, 'Now: Not there\nWhy'],
    ['a short text', { previous: text('Boarding'), current: text('Departed') }, 'Now: Boarding → Departed'],
    ['a long number', { current: number('9'.repeat(60), 'USD') }, '999,999'],
  ])('tells %s', async (_, news, words) => {
    const mail = await render(news);
    expect(mail.text).toContain(words);
  });

  it('shows of a long text what changed in it, not the whole', async () => {
    const filler = 'All owners of boats are told that moorings are given out in the hall. '.repeat(6);
    const mail = await render({
      previous: text(`${filler}Come on Tuesday. ${filler}`),
      current: text(`${filler}Come on Friday. ${filler}`),
      quote: `${filler}Come on Friday. ${filler}`,
      sentence: `Alert: it changed from “${filler.slice(0, 79)}…” to “${filler.slice(0, 79)}…”.`,
    });
    expect(mail.subject).toBe('Aurora One has changed');
    expect(mail.html).toMatch(/<del [^>]*>Tuesday<\/del> <ins [^>]*>Friday<\/ins>/);
    expect(mail.text).toContain('\n- Tuesday\n+ Friday\n');
    expect(mail.text).toContain('Why: It changed.');
    expect(seen(mail.html).length).toBeLessThan(filler.length * 2);
  });

  it('shows of a list what came and what went', async () => {
    const sentence = 'Alert: new: Harbour diver.';
    const previous = list('Ropes', 'Sail maker');
    const mail = await render({ previous, current: list('Ropes', 'Harbour diver'), sentence });
    expect(mail.subject).toBe('New: Harbour diver; gone: Sail maker');
    expect(mail.text).toContain('New:\n+ Harbour diver\nGone:\n- Sail maker\n');
    expect(mail.html).toMatch(/class="added"[^>]*>Harbour diver</);
    expect(mail.html).toMatch(/class="removed"[^>]*>Sail maker</);
    const many = await render({ previous, current: list(...Array.from({ length: 30 }, (_, at) => `Entry ${at}`)) });
    expect(many.text).toContain('+ Entry 9\n  and 20 more\n');
  });

  it('never says of a yes or no that it is "no → yes"', async () => {
    const states: Partial<News>[] = [
      { property: 'availability', quote: 'Buy now', previousQuote: 'Sold out' },
      { property: 'availability', quote: 'In stock: yes', previousQuote: 'In stock: no' },
      { property: 'open', quote: 'Yes', previousQuote: 'No' },
      { property: 'open', quote: 'Open: yes!', previousQuote: null },
      { property: 'listed', quote: 'x'.repeat(100), previousQuote: '✗' },
    ];
    for (const [before, now] of [
      [false, true],
      [true, false],
    ] as const)
      for (const news of states) {
        const [from, to] = [before ? 'yes' : 'no', now ? 'yes' : 'no'];
        const sentence = `Alert: it changed from ${from} to ${to}.`;
        const mail = await render({ ...news, previous: yes(before), current: yes(now), sentence });
        for (const part of [mail.subject, mail.text, seen(mail.html)]) {
          expect(part).not.toMatch(/\b(?:no|yes|true|false)(?:\p{P}| )*(?:→|to) *(?:\p{P}| )*(?:\w+: )?(?:no|yes)\b/iu);
        }
      }
  });
});

describe('an error episode', () => {
  it.each(FAILURES)('tells of %s what happened and what may help', async (outcome) => {
    const failed = { outcome, current: null, quote: '', hasPicture: false } as const;
    const sentence = 'No alert: the page could not be loaded; the last value stays $312.00.';
    const mail = await render({ kind: 'error', ...failed, sentence });
    expect(mail.subject).toBe('Aurora One below $300: cannot be read at the moment');
    expect(mail.text).toContain('The last three checks failed. The page could not be loaded; the last value stays');
    expect(mail.text).toContain('What may help: ');
    expect(mail.text).toContain('one more email when it works again');
    expect(mail.text).not.toContain('“”');
    expect(mail.html).toContain(LINKS.unsubscribeMonitor);
  });

  it('ends with the value', async () => {
    const mail = await render({ kind: 'recovered', sentence: 'No alert: $279.00 is not below $250.00.' });
    expect(mail.subject).toBe('Aurora One below $300: works again ($279.00)');
    expect(mail.text).toContain('Value now: $279.00\nDecision: $279.00 is not below $250.00.');
    expect((await render({ kind: 'recovered', current: null })).text).toContain('says that there is none');
  });
});

it('local time falls back to UTC for a zone that nobody knows', () => {
  expect(localTime(new Date('2026-11-22T12:00:00Z'), 'Nowhere/None')).toBe('22 November 2026 at 12:00 UTC');
});

function number(digits: string, unit: string | null): FactValue {
  return { type: 'number', number: digits, unit };
}

function date(day: string): FactValue {
  return { type: 'string', text: day, unit: 'date' };
}
