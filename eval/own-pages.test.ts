import { describe, expect, it } from 'vitest';
import { openOwnPages } from './own-pages';
import { diceOf, moneyIn } from './own-sites/filler';

const KB = 1024;
const LANGUAGES = ['de', 'es', 'fr', 'it', 'ja', 'nl', 'pt'];

const pages = openOwnPages();
const languageOf = ({ lang }: { lang: string }) => lang.split('-')[0];

describe('pages of ours', () => {
  it('are six kinds or more in each of seven languages, each on a site of its own', () => {
    const byLanguage = Map.groupBy(pages.all, languageOf);
    expect([...byLanguage.keys()].sort()).toEqual(LANGUAGES);
    for (const own of byLanguage.values()) expect(new Set(own.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(6);
    expect(new Set(pages.all.map(({ site }) => site)).size).toBe(pages.all.length);
  });

  it('are of real size, and made the same to the byte each time', () => {
    const again = openOwnPages();
    for (const page of pages.all) {
      const html = pages.htmlOf(page);
      const size = Buffer.byteLength(html);
      expect(size, page.id).toBeGreaterThan(20 * KB);
      expect(size, page.id).toBeLessThan(160 * KB);
      expect(again.htmlOf(page)).toBe(html);
    }
  });

  it('are known by id with site and kind; another id is none', async () => {
    expect(pages.find('de-product')).toEqual({ id: 'de-product', domain: 'kupferkessel.example', pageType: 'product' });
    expect(pages.find('de-nothing')).toBeNull();
    expect(await pages.snapshotOf({ id: 'de-nothing', domain: '', pageType: '' })).toBeNull();
  });
});

describe('filler', () => {
  it('falls the same everywhere', () => {
    const dice = diceOf('de-product');
    expect([dice.below(1000), dice.below(1000), dice.below(1000)]).toEqual([693, 819, 362]);
  });

  it('writes money as a site does', () => {
    expect(moneyIn({ form: '{n} €', decimal: ',', thousand: '.', digits: 2, scale: 1 }, 1299.5)).toBe('1.299,50 €');
    expect(moneyIn({ form: '{n}円', decimal: '', thousand: ',', digits: 0, scale: 100 }, 980)).toBe('980円');
  });
});
