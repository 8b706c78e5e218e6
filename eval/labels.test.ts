import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCorpus } from './corpus';
import { Label } from './label';
import { readLabels } from './labels';
import { learningCases, lookThrough } from './learning-cases';
import { ownLabels } from './own-labels';

const LINE = {
  id: 'x-1',
  page: '0001',
  prompt: 'what it is about',
  language: 'en',
  factType: 'number',
  kind: 'price',
  unit: null,
  item: null,
  property: null,
  answer: null,
};

function folderWith(...lines: object[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'labels-'));
  writeFileSync(join(folder, 'set-aside.json'), '["0009"]');
  writeFileSync(join(folder, 'real-x.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'));
  return folder;
}

describe('readLabels', () => {
  it('reads every committed label', () => {
    const labels = readLabels();
    expect(labels.length).toBeGreaterThan(1_200);
    expect(new Set(labels.map(({ page }) => page)).size).toBeGreaterThan(400);
  });

  it('refuses a label on a page that is set aside, one that is there twice, and one of another form', () => {
    expect(readLabels(folderWith(LINE))).toHaveLength(1);
    expect(() => readLabels(folderWith({ ...LINE, page: '0009' }))).toThrow('set aside');
    expect(() => readLabels(folderWith(LINE, LINE))).toThrow('twice');
    expect(() => readLabels(folderWith({ ...LINE, factType: 'guess' }))).toThrow('real-x.jsonl, line 1');
  });
});

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
