import { describe, expect, it } from 'vitest';
import { Label } from './label';
import { isVisible } from './label-match';
import { openOwnPages } from './own-pages';
import { diceOf, moneyIn } from './own-sites/filler';
import { readLines } from './round';

const KB = 1024;
const LANGUAGES = ['de', 'es', 'fr', 'it', 'ja', 'nl', 'pt'];

const pages = openOwnPages();
const languageOf = ({ lang }: { lang: string }) => lang.split('-')[0];
const labels = readLines<unknown>('eval/labels/own.jsonl').map((line) => Label.parse(line));

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

describe('labels on pages of ours', () => {
  it('are 300 or more, at least 40 on the pages of each language', () => {
    expect(new Set(labels.map(({ id }) => id)).size).toBe(labels.length);
    expect(labels.length).toBeGreaterThanOrEqual(300);
    const byLanguage = Map.groupBy(labels, ({ page }) => page.split('-')[0]);
    for (const language of LANGUAGES) expect(byLanguage.get(language)?.length, language).toBeGreaterThanOrEqual(40);
  });

  it('quote what stands on their page, with its surroundings and all entries of a list', async () => {
    const plain = (text: string) => text.replace(/\s+/g, ' ');
    for (const [id, own] of Map.groupBy(labels, ({ page }) => page)) {
      const found = pages.find(id);
      const snapshot = found && (await pages.snapshotOf(found));
      const text = snapshot?.text ?? '';
      expect(text.length, id).toBeGreaterThan(2 * KB);
      for (const label of own) {
        expect(isVisible(label, text), label.id).toBe(true);
        const { value, context = '' } = label.answer ?? { value: [], context: '' };
        for (const part of [context, ...(Array.isArray(value) ? value : [])]) {
          expect(plain(text), label.id).toContain(plain(part));
        }
      }
    }
  }, 60_000);
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
