import { describe, expect, it } from 'vitest';
import type { News } from '@/domain/email/news';
import { aNews } from '@/test/news';
import { MOST_PICTURES } from './gathered-words';
import { type GatheredBecause, renderGatheredMail } from './notification-mail';
import { pictureCid } from './picture-cid';

const ALL = 'https://monitors.example.org/unsubscribe?token=all';
const idOf = (at: number) => `7f1c2a54-6f3f-4a0e-9d59-${String(at).padStart(12, '0')}`;

function gathered(news: Partial<News>[], because: GatheredBecause = 'minute') {
  const entries = news.map((one, at) => ({
    news: aNews({ evaluationId: idOf(at), ...one }),
    links: {
      monitor: `https://monitors.example.org/monitors/${at}/`,
      unsubscribeMonitor: `https://monitors.example.org/unsubscribe?token=${at}-`,
      unsubscribeAll: ALL,
    },
  }));
  const links = { inbox: 'https://monitors.example.org/inbox', unsubscribeAll: ALL };
  return renderGatheredMail({ entries, because, links, timeZone: 'Europe/Oslo', locale: 'en' });
}

const times = (count: number, one: Partial<News> = {}) => Array.from({ length: count }, () => one);

describe('an email about several alerts', () => {
  it('tells each, with its ways to go and to stop, and why they come together', async () => {
    const tickets = { monitorName: 'Friday', about: 'Friday', previous: null, hasPicture: false };
    const mail = await gathered([{}, tickets], 'quiet');
    expect(mail.subject).toBe('Aurora One is $279.00 (was $312.00), and 1 more');
    for (const part of [mail.text, mail.html]) {
      for (const words of ['2 alerts', 'quiet hours', 'Aurora One', 'Friday', '$279.00 is below $300.00.', '13:00 CET'])
        expect(part).toContain(words);
      for (const at of [0, 1]) {
        expect(part).toContain(`/monitors/${at}/`);
        expect(part).toContain(`token=${at}-`);
      }
      expect(part).toContain('/inbox');
      expect(part).toContain(ALL);
    }
  });

  it('says the news alone where there is one, and calls others by their name', async () => {
    expect((await gathered([{}], 'digest')).subject).toBe('Aurora One is $279.00 (was $312.00)');
    expect((await gathered([{}, { kind: 'recovered' }])).text).toMatch(/^2 updates\. /);
    expect((await gathered([])).subject).toBe('Nothing new');
  });

  it.each<GatheredBecause>(['minute', 'digest', 'quiet', 'limit', 'late'])('knows why: %s', async (because) => {
    expect((await gathered(times(2), because)).text.split('\n')[0]).toMatch(/^2 alerts\. [A-Z].*\.$/);
  });

  it('shows the first pictures, wherever they stand, and no other', async () => {
    const mail = await gathered([...times(60, { hasPicture: false }), ...times(MOST_PICTURES + 2)], 'late');
    const shown = [...mail.html.matchAll(/cid:([^"]*)/g)].map(([, cid]) => cid);
    expect(shown).toEqual(Array.from({ length: MOST_PICTURES }, (_, at) => pictureCid(idOf(60 + at))));
    expect(mail.text).toContain('And 12 more in your inbox.');
  });

  it('is short enough for Gmail with any number of them', async () => {
    for (const count of [30, 300]) {
      const mail = await gathered(times(count), 'limit');
      expect(Buffer.byteLength(mail.html)).toBeLessThan(102_000);
      expect(mail.html).toContain(ALL);
    }
  });
});
