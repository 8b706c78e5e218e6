import type { FactValue } from '@/domain/value/value';
import type { Candidate } from '@/page/candidate';
import type { Candidates } from '@/page/candidates';
import { type Ranking, rank } from '@/rank/rank';
import { learnedWeights } from '@/rank/weights';
import { type AskedPage, asAsked, type Fitting } from './fitting';
import { vetoOf } from './vetoes';

/** A place with what the ranker thinks of it, typed as the question asks. */
export interface RankedFitting {
  fitting: Fitting;
  /** From 0 to 1; the first one's is calibrated on pages never seen. */
  probability: number;
}

export interface PageRanking {
  /** Likeliest first, one for each value; those of another type or unit than asked are left out. */
  ranked: RankedFitting[];
  /** Whether the first of all is sure enough to be given without asking. */
  isSure: boolean;
}

/** More than a person is offered: what a model reads is looked up among them. */
const MOST = 100;

/** Ranks what stands on a page by how likely each answers the question. */
export function rankPage(page: AskedPage): PageRanking {
  const { question, index } = page;
  const { prompt, item, property, exclude = [], factType, unit, language } = question;
  const asked = {
    words: prompt,
    item,
    property,
    exclude,
    factType,
    unit: factType === 'boolean' ? null : unit,
    language,
  };
  const ranking = rank(index, allowed(page), asked, learnedWeights(), MOST);
  const ranked = ranking.ranked.flatMap(({ candidate, probability }) => {
    const fitting = asAsked(question, candidate);
    return fitting ? [{ fitting, probability }] : [];
  });
  return { ranked, isSure: ranking.isSure && isFirst(ranking, ranked[0]) };
}

/** What a fact forbids is no rival of what is left. */
function allowed(page: AskedPage): Candidates {
  const { written, texts, signs, lists } = page.candidates;
  const may = (candidate: Candidate): boolean => vetoOf(page, candidate) === null;
  return { written: written.filter(may), texts: texts.filter(may), signs: signs.filter(may), lists };
}

/** What is sure is the first of all: of another type than asked, it makes the next one no surer. */
function isFirst({ ranked: [first] }: Ranking, fitting: RankedFitting | undefined): boolean {
  return first !== undefined && fitting?.fitting.start === first.candidate.start;
}

/** Where a value stands in the ranking, from 0; -1 where it does not. */
export function placeOf({ ranked }: PageRanking, value: FactValue): number {
  const key = JSON.stringify(value);
  return ranked.findIndex(({ fitting }) => JSON.stringify(fitting.value) === key);
}
