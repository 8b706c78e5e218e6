import { describe, expect, it } from 'vitest';
import type { News } from '@/domain/email/news';
import type { FactValue } from '@/domain/value/value';
import { aNews } from '@/test/news';
import { renderNotice } from './account-mail';
import { renderGatheredMail, renderMonitorMail } from './notification-mail';

const LINKS = {
  monitor: 'https://m.example/1',
  unsubscribeMonitor: 'https://m.example/u',
  unsubscribeAll: 'https://m.example/a',
};
const text = (words: string): FactValue => ({ type: 'string', text: words.slice(0, 2_000), unit: null });

const HOSTILE = {
  markup: '"><img src=x onerror=alert(1)></td></table><a href="https://evil.example">Sign in</a><style>*{}</style>',
  headers: 'Kettle\r\nBcc: everyone@example.org\r\n\r\n<b>x</b>\u2028\u2029\u0085\u0000\u001b[31m',
  bidi: '\u202Egro.live\u202C\u2066\u2067\u200F\u200E\u061C\u2069 \u200B\uFEFF\u{E0041}',
  endless: 'W'.repeat(10_000),
  pictures: '👨‍👩‍👧'.repeat(2_000),
  halves: `\ud83d${'a\udc00'.repeat(50)}`,
  marks: `A${'\u0301'.repeat(5_000)}`,
};

/** Everywhere at once, as each kind of value. */
function everywhere(words: string): News[] {
  const spread = {
    monitorName: words,
    about: words,
    property: words.slice(0, 100),
    quote: words,
    previousQuote: words,
  };
  const news = { ...spread, sentence: `Alert: ${words}.`, source: `https://shop.example/${words}` };
  const items = (first: string): FactValue => ({
    type: 'object',
    items: Array.from({ length: 40 }, (_, at) => `${first}${at} ${words}`.slice(0, 500)),
  });
  return [
    aNews(news),
    aNews({ ...news, previous: text('fine'), current: text(words) }),
    aNews({ ...news, previous: text(`${words} before`), current: text(`now ${words}`) }),
    aNews({ ...news, previous: { type: 'boolean', boolean: false }, current: { type: 'boolean', boolean: true } }),
    aNews({ ...news, previous: items('a'), current: items('b') }),
    aNews({ ...news, current: { type: 'number', number: '1', unit: words.slice(0, 30) } }),
    aNews({ ...news, kind: 'error', outcome: 'blocked' }),
    aNews({ ...news, kind: 'recovered' }),
  ];
}

const UNSEEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

describe.each(Object.entries(HOSTILE))('a page that holds %s', (_, words) => {
  it('stays in its place in every email', { timeout: 60_000 }, async () => {
    for (const news of everywhere(words)) {
      const mail = await renderMonitorMail({ news, links: LINKS, timeZone: 'UTC', locale: 'en' });
      expect(mail.subject).toMatch(/^[^\p{Cc}\u2028\u2029]{1,150}$/u);
      expect(mail.subject.isWellFormed()).toBe(true);
      for (const part of [mail.subject, mail.text, mail.html]) expect(part).not.toMatch(UNSEEN);
      expect(mail.text).not.toMatch(/[^\P{Cc}\n]/u);
      expect(mail.text).not.toMatch(/^Bcc/m);
      expect(mail.html.match(/<img|<style|<b>|evil\.example"/g) ?? []).toEqual(
        mail.html.includes('cid:') ? ['<style', '<img'] : ['<style'],
      );
      expect(Buffer.byteLength(mail.html)).toBeLessThan(60_000);
      expect(mail.text.length).toBeLessThan(15_000);
    }
  });
});

it('a list of all that a value holds is told in bounded time and room', async () => {
  const items = (word: string): FactValue => ({
    type: 'object',
    items: Array.from({ length: 500 }, (_, at) => `${word} ${at} ${'<&"'.repeat(200)}`.slice(0, 500)),
  });
  const start = performance.now();
  const news = aNews({ previous: items('old'), current: items('new') });
  const mail = await renderMonitorMail({ news, links: LINKS, timeZone: 'UTC', locale: 'en' });
  expect(performance.now() - start).toBeLessThan(8_000);
  expect(Buffer.byteLength(mail.html)).toBeLessThan(60_000);
});

it('thirty of them in one email are not cut by Gmail', { timeout: 60_000 }, async () => {
  const all = Object.values(HOSTILE).flatMap(everywhere);
  const entries = [...all.slice(0, 15), ...all.slice(-15)].map((news) => ({ news, links: LINKS }));
  const links = { inbox: 'https://m.example/inbox', unsubscribeAll: LINKS.unsubscribeAll };
  const mail = await renderGatheredMail({ entries, because: 'late', links, timeZone: 'UTC', locale: 'en' });
  expect(Buffer.byteLength(mail.html)).toBeLessThan(102_000);
  expect(mail.subject.length).toBeLessThanOrEqual(150);
});

describe('an address of a page', () => {
  it.each([
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['https://bank.example@evil.example/login', 'https://bank.example@evil.example/login'],
    ['data:text/html,x', 'data:text/html,x'],
    ['no address', 'no address'],
  ])('%s is shown and leads nowhere', async (source, shown) => {
    const mail = await renderMonitorMail({ news: aNews({ source }), links: LINKS, timeZone: 'UTC', locale: 'en' });
    expect(mail.html).toContain(shown);
    expect(mail.html).not.toContain(`href="${source}`);
  });

  it('is shown in the letters of domain names', async () => {
    const source = 'https://аpple.example/';
    const mail = await renderMonitorMail({ news: aNews({ source }), links: LINKS, timeZone: 'UTC', locale: 'en' });
    expect(mail.html).toContain('xn--pple-43d.example');
  });
});

it('what people typed stays in its place in a notice', async () => {
  const mail = await renderNotice('token_created', { detail: `${HOSTILE.markup}\r\n\u202E`, url: 'https://m.example' });
  expect(mail.html).not.toContain('<img');
  expect(mail.text).toContain('“"><img src=x');
  expect(mail.text).not.toMatch(UNSEEN);
});
