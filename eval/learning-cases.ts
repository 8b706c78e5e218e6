import { type Question, questionOf } from '@/domain/contract/reading';
import type { Snapshot } from '@/domain/snapshot';
import { asAsked } from '../src/ai/reading/fitting';
import { hintOf } from '../src/ai/reading/page-hint';
import { allowedOn, askedBy } from '../src/ai/reading/ranking';
import type { Understood } from '../src/interpret/interpret-sentence';
import { type Candidates, candidatesOf } from '../src/page/candidates';
import { indexPage, type PageIndex } from '../src/page/index-page';
import { type Asked, CERTAIN } from '../src/rank/asked';
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
  words: PageWords;
  /** Everything on it that could answer, by the currency and language that a question reads it in. */
  candidates: Map<string, Candidates>;
}

/** The pages that labels stand on, looked through once each; pages without static text are left out. */
export async function lookThrough(pages: LearningPages, labels: readonly Label[]): Promise<Map<string, Looked>> {
  const looked = new Map<string, Looked>();
  for (const id of new Set(labels.map((label) => label.page))) {
    const page = pages.find(id);
    const snapshot = page && (await pages.snapshotOf(page));
    if (!page || !snapshot) continue;
    const index = indexPage(snapshot);
    looked.set(id, { page, index, words: wordsOfPage(index), candidates: new Map() });
  }
  return looked;
}

/** What a page has for a question, read as the app reads it. */
export function candidatesFor({ index, candidates }: Looked, question: Question): Candidates {
  const hint = hintOf(question, index.snapshot);
  const key = JSON.stringify(hint);
  const known = candidates.get(key);
  if (known !== undefined) return known;
  const made = candidatesOf(index, hint, new Date(index.snapshot.loadedAt));
  candidates.set(key, made);
  return made;
}

const TEXTUAL_UNITS = new Set(['date', 'time', 'version']);

/** The question with the slots that a label's writer named. */
export function labelledQuestion(label: Label): Question {
  const { prompt, item, property, exclude, factType, language, kind, unit } = label;
  const textual = factType === 'string' && TEXTUAL_UNITS.has(kind) ? kind : unit;
  return {
    prompt,
    fact: property ?? '',
    item,
    property: property ?? '',
    exclude,
    factType,
    unit: factType === 'boolean' ? null : textual,
    language,
  };
}

type Sure = Pick<Asked, 'kindProbability' | 'sentenceProbability'>;

/** A label's question on its page. Where both ways of asking are the same it is asked once. */
export interface Posed {
  label: Label;
  one: Looked;
  question: Question;
  sure: Sure;
  /** With the slots of the label. */
  labelled: boolean;
  /**
   * As the sentence was understood by models that had not learned from its writer: 0 for its likeliest kind, 1 and more
   * for others that it may be; null where it was not.
   */
  kind: number | null;
  /** On a page of the web. */
  real: boolean;
}

/** The questions of labels whose page and answer can be read without scripts, in the order of the labels. */
export function posedBy(
  labels: readonly Label[],
  looked: ReadonlyMap<string, Looked>,
  unseen: ReadonlyMap<string, Understood>,
  real: boolean,
): Posed[] {
  return labels.flatMap((label): Posed[] => {
    const one = looked.get(label.page);
    if (!one || !isVisible(label, one.index.text)) return [];
    const about = { label, one, real };
    const own: Posed = { ...about, question: labelledQuestion(label), sure: CERTAIN, labelled: true, kind: null };
    const { kinds = [], probability = 0, exclude = [] } = unseen.get(label.id) ?? {};
    // Other kinds than the likeliest are for what is told of the app, and that is told of the web alone.
    const understood = kinds.slice(0, real ? kinds.length : 1).map((each, kind): Posed => {
      const question = questionOf(label.prompt, { ...each.interpretation, exclude });
      const sure = { kindProbability: each.probability, sentenceProbability: probability };
      return { ...about, question, sure, labelled: kind === 0 && isSame(question, own.question), kind };
    });
    return understood[0]?.labelled ? understood : [own, ...understood];
  });
}

const isSame = (one: Question, other: Question): boolean =>
  JSON.stringify(askedBy(one)) === JSON.stringify(askedBy(other));

/** Questions of one family as cases to learn from, with the first pass's weights fitted to them. */
export function learningCases(family: Family, posed: readonly Posed[]): { cases: LearningCase[]; first: FirstWeights } {
  const own = posed.filter(({ question }) => familyOf(question) === family);
  const first = fitFirst(own.filter(({ labelled }) => labelled));
  return { cases: own.map((each) => learningCase(each, first)), first };
}

function viewsFor({ label, one, question, sure }: Posed): { views: View[]; right: Set<View> } {
  const { index, words } = one;
  const candidates = allowedOn({ question, index, candidates: candidatesFor(one, question) });
  const pool = poolOf(familyOf(question), candidates, index.snapshot.language);
  const asked = askPage(askedBy(question, sure), words);
  const views = viewsOf(index, asked, pool);
  // What was measured around every candidate is needed no more, and there are thousands of questions.
  asked.measured.clear();
  const right = rightCandidates(label, pool, index.text);
  return { views, right: new Set(right.flatMap((at) => views[at] ?? [])) };
}

/** The first pass learns from the right candidates and one in so many of the others. */
const EVERY = 12;

function fitFirst(posed: readonly Posed[]): FirstWeights {
  const rows: Float32Array[] = [];
  const groups: Group[] = [];
  for (const each of posed) {
    const { views, right } = viewsFor(each);
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

function learningCase(posed: Posed, first: FirstWeights): LearningCase {
  const { label, one, question, sure, labelled, kind, real } = posed;
  const { views: all, right } = viewsFor(posed);
  const views = keepPromising(all, first, familyOf(question));
  // Labels name units as people read them: only what was understood decides what the app offers.
  const isFitting = ({ candidate }: View): boolean => kind === null || asAsked(question, candidate) !== null;
  return {
    id: label.id,
    site: one.page.domain,
    real,
    labelled,
    kind,
    family: familyOf(question),
    kindProbability: sure.kindProbability,
    answered: label.answer !== null,
    isFamily: familyOf(label) === familyOf(question),
    generated: [...right].some(isFitting),
    views,
    rows: featureRows(views),
    right: views.flatMap((view, at) => (right.has(view) ? [at] : [])),
    fits: views.map(isFitting),
  };
}
