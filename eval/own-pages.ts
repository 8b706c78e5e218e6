import { snapshotFromDocument } from '../src/scrape/document/static-snapshot';
import type { LearningPages } from './learning-cases';
import { pageHtml } from './own-sites/chrome';
import { diceOf, wordsOf } from './own-sites/filler';
import { markupOf } from './own-sites/markup';
import { OwnPage } from './own-sites/page';
import { readLines } from './round';

const PAGES = 'eval/own-sites/pages.jsonl';

interface OwnPages extends LearningPages {
  all: readonly OwnPage[];
  /** Made anew each time, the same to the byte. */
  htmlOf: (page: OwnPage) => string;
}

/** When the pages are read as if loaded: dates without a year count from it. */
const LOADED_AT = '2026-11-29T12:00:00.000Z';

/**
 * Pages of ours in seven languages, of the size and with the clutter of real ones: what each is about is authored in
 * pages.jsonl, what stands around it is made from languages.json by seeds. Throws where a line is not of the form.
 */
export function openOwnPages(): OwnPages {
  const all = readLines<unknown>(PAGES).map((line) => OwnPage.parse(line));
  const byId = new Map(all.map((page) => [page.id, page]));
  if (byId.size !== all.length) throw new Error('Two pages of ours have the same id.');
  return {
    all,
    htmlOf,
    find: (id) => {
      const page = byId.get(id);
      return page === undefined ? null : { id, domain: page.site, pageType: page.kind };
    },
    snapshotOf: async ({ id }) => {
      const page = byId.get(id);
      if (page === undefined) return null;
      const result = await snapshotFromDocument({
        url: `https://${page.site}${page.path}`,
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: htmlOf(page),
        loadedAt: LOADED_AT,
        loadMs: 0,
      });
      return result.ok ? result.snapshot : null;
    },
  };
}

function htmlOf(page: OwnPage): string {
  const words = wordsOf(page);
  return pageHtml({ page, words, money: page.money ?? words.money, mark: markupOf(page), dice: diceOf(page.id) });
}
