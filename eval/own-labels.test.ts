import { describe, expect, it } from 'vitest';
import { readCorpus } from './corpus';
import { Label } from './label';
import { learningCases, lookThrough } from './learning-cases';
import { ownLabels } from './own-labels';

describe('ownLabels', () => {
  const { labels, pages } = ownLabels(readCorpus());

  it('puts the labelled cases of our corpus that have a value into the form of labels on pages', () => {
    expect(labels.length).toBeGreaterThan(50);
    for (const label of labels) expect(() => Label.parse(label)).not.toThrow();
    expect(labels.every(({ page }) => pages.find(page) !== null)).toBe(true);
    expect(pages.find('no such page')).toBeNull();
  });

  it('leaves nothing to chance: the right candidate of a case is found among those of its page', async () => {
    const numbers = labels.filter(({ factType }) => factType === 'number').slice(0, 30);
    const { cases } = learningCases('number', numbers, await lookThrough(pages, numbers));
    expect(cases.length).toBeGreaterThan(20);
    expect(cases.filter(({ generated }) => generated).length / cases.length).toBeGreaterThan(0.9);
    for (const one of cases) expect(one.rows).toHaveLength(one.views.length);
  });
});
