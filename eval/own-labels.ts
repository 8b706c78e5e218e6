import { snapshotFromDocument } from '../src/scrape/document/static-snapshot';
import { type Corpus, documentOf, type LabelledPage } from './corpus';
import type { Label } from './label';
import type { LearningPages } from './learning-cases';

/**
 * Our own corpus in the form of labels on real pages, for whoever has no real pages: a page is a case's document, its
 * kind of page "own". Cases without a labelled question or without a value teach nothing and are left out.
 */
export function ownLabels(corpus: Corpus): { labels: Label[]; pages: LearningPages } {
  const cases = new Map(corpus.pages.map((one) => [one.id, one]));
  return {
    labels: corpus.pages.flatMap((one) => labelOf(one) ?? []),
    pages: {
      find: (id) => {
        const url = cases.get(id)?.url;
        return url === undefined ? null : { id, domain: new URL(url).hostname, pageType: 'own' };
      },
      snapshotOf: async ({ id }) => {
        const one = cases.get(id);
        if (one === undefined) return null;
        const { body, status, headers } = documentOf(one, corpus.bodyOf);
        const loadedAt = '2026-11-22T12:00:00.000Z';
        const result = await snapshotFromDocument({ url: one.url, body, status, headers, loadedAt, loadMs: 0 });
        return result.ok ? result.snapshot : null;
      },
    },
  };
}

function labelOf({ id, prompt, question, expect }: LabelledPage): Label | null {
  const { value } = expect;
  if (question === undefined || value === undefined || expect.outcome !== 'value') return null;
  const isNumber = question.factType === 'number';
  const [first = ''] = Array.isArray(value) ? value : [String(value)];
  return {
    id,
    page: id,
    prompt,
    language: question.language,
    factType: question.factType,
    kind: question.factType,
    unit: question.unit,
    item: question.item,
    property: question.property,
    threshold: null,
    exclude: [],
    also: [],
    answer: { value: isNumber ? Number(value) : value, quote: expect.quoteIncludes ?? first },
  };
}
