import type { Snapshot } from '../src/domain/snapshot';
import { type Candidates, candidatesOf } from '../src/page/candidates';
import { indexPage, type PageIndex } from '../src/page/index-page';
import type { Asked } from '../src/rank/asked';
import { askPage } from '../src/rank/asked-page';
import { featureRows } from '../src/rank/features/features';
import { FIRST_WIDTH, type FirstWeights, firstRow, keepPromising } from '../src/rank/first-pass';
import type { Group } from '../src/rank/learn/boost';
import type { LearningCase } from '../src/rank/learn/case';
import { fitLinear } from '../src/rank/learn/linear';
import { type PageWords, wordsOfPage } from '../src/rank/page-words';
import { type Family, familyOf, poolOf } from '../src/rank/pool';
import { type View, viewsOf } from '../src/rank/view';
import type { Label } from './label';
import { isVisible, rightCandidates } from './label-match';

/** A page to learn from; pages of one domain are never split between training and validation. */
interface LearningPage {
  id: string;
  domain: string;
  pageType: string;
}

export interface LearningPages {
  find: (id: string) => LearningPage | null;
  /** Null where the page's HTML shows nothing without its scripts. */
  snapshotOf: (page: LearningPage) => Promise<Snapshot | null>;
}

export interface Looked {
  page: LearningPage;
  index: PageIndex;
  candidates: Candidates;
  words: PageWords;
}

/** The pages that labels stand on, looked through once each; pages without static text are left out. */
export async function lookThrough(pages: LearningPages, labels: readonly Label[]): Promise<Map<string, Looked>> {
  const looked = new Map<string, Looked>();
  for (const id of new Set(labels.map((label) => label.page))) {
    const page = pages.find(id);
    const snapshot = page && (await pages.snapshotOf(page));
    if (!page || !snapshot) continue;
    const index = indexPage(snapshot);
    const hint = { language: snapshot.language, host: new URL(snapshot.finalUrl).hostname };
    const candidates = candidatesOf(index, hint, new Date(snapshot.loadedAt));
    looked.set(id, { page, index, candidates, words: wordsOfPage(index) });
  }
  return looked;
}

const TEXTUAL_UNITS = new Set(['date', 'time', 'version']);

/** How the ranker is asked what a label asks. */
export function askedOf(label: Label): Asked {
  const { prompt, item, property, exclude, factType, language, kind, unit } = label;
  const textual = factType === 'string' && TEXTUAL_UNITS.has(kind) ? kind : unit;
  return {
    words: prompt,
    item,
    property,
    exclude,
    factType,
    unit: factType === 'boolean' ? null : textual,
    language,
  };
}

interface Seen {
  label: Label;
  one: Looked;
}

/** Labels of one family as cases to learn from, with the first pass's weights fitted to them. */
export function learningCases(
  family: Family,
  labels: readonly Label[],
  looked: ReadonlyMap<string, Looked>,
): { cases: LearningCase[]; first: FirstWeights } {
  const seen = labels.flatMap((label): Seen[] => {
    const one = looked.get(label.page);
    return familyOf(label) === family && one && isVisible(label, one.index.text) ? [{ label, one }] : [];
  });
  const first = fitFirst(family, seen);
  return { cases: seen.map((each) => learningCase(family, each, first)), first };
}

function viewsFor(family: Family, { label, one }: Seen): { views: View[]; right: Set<View> } {
  const pool = poolOf(family, one.candidates, one.index.snapshot.language);
  const views = viewsOf(one.index, askPage(askedOf(label), one.words), pool);
  const right = new Set(rightCandidates(label, pool, one.index.text).flatMap((at) => views[at] ?? []));
  return { views, right };
}

/** The first pass learns from the right candidates and one in so many of the others. */
const EVERY = 12;

function fitFirst(family: Family, seen: readonly Seen[]): FirstWeights {
  const rows: Float32Array[] = [];
  const groups: Group[] = [];
  for (const each of seen) {
    const { views, right } = viewsFor(family, each);
    if (right.size === 0) continue;
    const from = rows.length;
    const places: number[] = [];
    views.forEach((view, at) => {
      if (right.has(view)) places.push(rows.length);
      if (right.has(view) || at % EVERY === 0) rows.push(firstRow(view));
    });
    groups.push({ from, to: rows.length, right: places });
  }
  return groups.length === 0 ? new Array(FIRST_WIDTH).fill(0) : fitLinear(rows, groups, FIRST_WIDTH);
}

function learningCase(family: Family, { label, one }: Seen, first: FirstWeights): LearningCase {
  const { views: all, right } = viewsFor(family, { label, one });
  const views = keepPromising(all, first);
  return {
    id: label.id,
    site: one.page.domain,
    kind: label.kind,
    pageType: one.page.pageType,
    answered: label.answer !== null,
    generated: right.size > 0,
    views,
    rows: featureRows(views),
    right: views.flatMap((view, at) => (right.has(view) ? [at] : [])),
  };
}
