import type { Question } from '@/domain/contract/reading';
import type { FactValue } from '@/domain/value/value';
import type { Candidate } from '@/page/candidate';
import type { Candidates } from '@/page/candidates';
import { type Asked, CERTAIN } from '@/rank/asked';
import { type Ranking, rank } from '@/rank/rank';
import { heaviestOfEach } from '@/rank/surety';
import { learnedWeights } from '@/rank/weights';
import { deniedAtPlace } from './denial';
import { type AskedPage, asAsked, type Fitting } from './fitting';
import { type Meant, meaningsOf } from './kinds';
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
  /** These and what the sentence may mean of another kind, each as likely as its kind: what a person is offered. */
  offered: RankedFitting[];
  /** Whether the first of all is sure enough to be given without asking. */
  isSure: boolean;
}

/** More than a person is offered: what a model reads is looked up among them. */
const MOST = 100;

/** Ranks what stands on a page by how likely each answers the question. */
export function rankPage(page: AskedPage): PageRanking {
  const [own, ...others] = meaningsOf(page.question).map((meant) => rankAs(page, meant));
  if (own === undefined) return { ranked: [], offered: [], isSure: false };
  const offered = mixed([own, ...others]);
  return { ranked: own.ranked, offered, isSure: own.isSure && offered[0] === own.ranked[0] };
}

interface RankedMeaning {
  /** `share`: its part of all that is likely and of this kind, before calibration. */
  ranked: (RankedFitting & { share: number })[];
  kindProbability: number;
  isSure: boolean;
}

function rankAs({ index, candidates }: AskedPage, { question, sure }: Meant): RankedMeaning {
  const ranking = rank(
    index,
    allowedOn({ question, index, candidates }),
    askedBy(question, sure),
    learnedWeights(),
    MOST,
  );
  const ranked = ranking.ranked.flatMap(({ candidate, probability, share }) => {
    const fitting = asAsked(question, deniedAtPlace({ index, candidates }, candidate));
    return fitting ? [{ fitting, probability, share }] : [];
  });
  const isSure = ranking.isSure && isFirst(ranking, ranked[0]);
  return { ranked, kindProbability: sure.kindProbability, isSure };
}

/** All meanings' values in one order; where two say the same it is one, at the better of its places. */
function mixed([own, ...others]: [RankedMeaning, ...RankedMeaning[]]): RankedFitting[] {
  if (others.length === 0) return own.ranked;
  const all = [own, ...others].flatMap((meaning) =>
    meaning.ranked.map((one) => {
      const weight = meaning.kindProbability * one.share;
      return { one, isOwn: meaning === own, key: JSON.stringify(one.fitting.value), weight };
    }),
  );
  let least = 1;
  return heaviestOfEach(all).map(({ one, isOwn, weight }) => {
    least = Math.min(least, isOwn ? one.probability : weight);
    return isOwn && one.probability === least ? one : { ...one, probability: least };
  });
}

/** What the ranker is asked by a question; `sure` is how surely it was understood. */
export function askedBy(
  { prompt, item, property, exclude = [], factType, unit, language }: Question,
  sure: Meant['sure'] = CERTAIN,
): Asked {
  return {
    ...sure,
    words: prompt,
    item,
    property,
    exclude,
    factType,
    unit: factType === 'boolean' ? null : unit,
    language,
  };
}

/** What a fact forbids is no rival of what is left. */
export function allowedOn(page: Pick<AskedPage, 'question' | 'index' | 'candidates'>): Candidates {
  const { written, texts, named, signs, lists } = page.candidates;
  const may = (candidate: Candidate): boolean => vetoOf(page, candidate) === null;
  return {
    written: written.filter(may),
    texts: texts.filter(may),
    named: named.filter(may),
    signs: signs.filter(may),
    lists,
  };
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
