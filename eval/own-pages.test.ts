import { describe, expect, it } from 'vitest';
import type { Interpretation } from '@/domain/contract/interpretation';
import { interpretSentence, type Understood } from '@/interpret/interpret-sentence';
import type { Family } from '@/rank/pool';
import { isVisible } from './label-match';
import { readOwnLabels } from './labels';
import { learningCases, lookThrough, posedBy } from './learning-cases';
import { openOwnPages } from './own-pages';
import { diceOf, moneyIn } from './own-sites/filler';

const KB = 1024;
const NOW = new Date('2026-11-29T12:00:00Z');
const LANGUAGES = ['de', 'es', 'fr', 'it', 'ja', 'nl', 'pt'];

const pages = openOwnPages();
const languageOf = ({ lang }: { lang: string }) => lang.split('-')[0];
const labels = readOwnLabels();

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

describe('questions of labels', () => {
  const [price] = labels.filter(({ id }) => id === 'own-de-01');
  /** As if it had been understood so; `kinds` are what the slots and the kind are taken for. */
  const told = (...kinds: Partial<Interpretation>[]) => {
    const { prompt, item, property, factType, unit, language } = price ?? { prompt: '' };
    const { interpretation } = interpretSentence('Preis der Torvald 64 unter 250 €', { now: NOW, timeZone: 'UTC' });
    const own = { ...interpretation, item, property, factType, unit, language } as Interpretation;
    const meant = kinds.map((kind) => ({ interpretation: { ...own, ...kind }, probability: 0.5 }));
    return { ...interpretSentence(prompt, { now: NOW, timeZone: 'UTC' }), exclude: [], kinds: meant };
  };
  const posed = async (understood: Understood | null) => {
    const own = price ? [price] : [];
    const unseen = new Map(understood ? [['own-de-01', understood]] : []);
    return posedBy(own, await lookThrough(pages, own), unseen, true);
  };

  it('are asked with the slots of the label and as understood, once where both are the same', async () => {
    const asked = async (understood: Understood | null) =>
      (await posed(understood)).map(({ labelled, kind }) => [labelled, kind]);
    expect(await asked(null)).toEqual([[true, null]]);
    expect(await asked(told({}))).toEqual([[true, 0]]);
    expect(await asked(told({ item: 'Torvald' }, { factType: 'string', unit: null }))).toEqual([
      [true, null],
      [false, 0],
      [false, 1],
    ]);
  });

  it('leave nothing to chance: the right candidate is found among those of its page', async () => {
    const numbers = labels.filter(({ factType, answer }) => factType === 'number' && answer !== null).slice(0, 30);
    const { cases } = learningCases('number', posedBy(numbers, await lookThrough(pages, numbers), new Map(), true));
    expect(cases.length).toBeGreaterThan(20);
    expect(cases.filter(({ generated }) => generated).length / cases.length).toBeGreaterThan(0.9);
    for (const one of cases) expect(one.rows).toHaveLength(one.views.length);
  }, 60_000);

  it('have no right candidate where their kind or unit was taken for another', async () => {
    const casesOf = async (family: Family, kind: Partial<Interpretation>) =>
      learningCases(family, await posed(told(kind))).cases.filter((one) => one.kind === 0);
    const [right] = await casesOf('number', {});
    expect(right).toMatchObject({ isFamily: true, generated: true });
    expect(right?.right.length).toBeGreaterThan(0);
    const [text] = await casesOf('text', { factType: 'string', unit: null });
    expect(text).toMatchObject({ isFamily: false, generated: false, right: [] });
    const [weight] = await casesOf('number', { unit: 'kg' });
    expect(weight).toMatchObject({ isFamily: true, generated: false });
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
