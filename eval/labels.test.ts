import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLabels } from './labels';

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
    expect(labels.length).toBeGreaterThan(2_200);
    expect(new Set(labels.map(({ page }) => page)).size).toBeGreaterThan(600);
  });

  it('reads a round once one of its pages is set aside no longer, and then refuses a label on one that is', () => {
    const folder = folderWith(LINE);
    const round = (...pages: string[]) => {
      mkdirSync(join(folder, 'rounds'), { recursive: true });
      const lines = pages.map((page, at) => JSON.stringify({ ...LINE, id: `r-${at}`, page }));
      writeFileSync(join(folder, 'rounds', '2026-12-01-1.jsonl'), lines.join('\n'));
      return readLabels(folder).map(({ id }) => id);
    };
    expect(round('0009', '0009')).toEqual(['x-1']);
    expect(round('0002', '0003')).toEqual(['x-1', 'r-0', 'r-1']);
    expect(() => round('0002', '0009')).toThrow('rounds/2026-12-01-1.jsonl, line 2: page 0009 is set aside');
  });

  it('refuses a label on a page that is set aside, one that is there twice, and one of another form', () => {
    expect(readLabels(folderWith(LINE))).toHaveLength(1);
    expect(() => readLabels(folderWith({ ...LINE, page: '0009' }))).toThrow('set aside');
    expect(() => readLabels(folderWith(LINE, LINE))).toThrow('twice');
    expect(() => readLabels(folderWith({ ...LINE, factType: 'guess' }))).toThrow('real-x.jsonl, line 1');
  });
});
