import type { Candidate } from '@/page/candidate';
import type { Candidates } from '@/page/candidates';
import type { PageIndex } from '@/page/index-page';
import type { Asked } from './asked';
import { askPage } from './asked-page';
import { featureRows } from './features/features';
import { keepPromising } from './first-pass';
import type { Weights } from './model';
import { wordsOfPage } from './page-words';
import { familyOf, poolOf } from './pool';
import { byValue, sureOf, suretyRow } from './surety';
import { probabilities, scoreOf } from './trees';
import { viewsOf } from './view';

/** A candidate with what the ranker thinks of it. */
interface Ranked {
  candidate: Candidate;
  /**
   * From 0 to 1, among the candidates of this page and "none of them". The first one's is calibrated on pages never
   * seen; no other one's is above it.
   */
  probability: number;
  /** Its part of all that is likely on this page, before calibration. */
  share: number;
}

export interface Ranking {
  /** Likeliest first, one for each value (of yes and no: one for each proof). */
  ranked: Ranked[];
  /** Whether the first is sure enough to be given; otherwise the person is asked. */
  isSure: boolean;
}

const MOST_RANKED = 10;

/**
 * Ranks the candidates of a page by how likely each answers the question, at most `most` of them. Pure; the same input
 * gives the same.
 */
export function rank(
  index: PageIndex,
  candidates: Candidates,
  asked: Asked,
  weights: Weights,
  most: number = MOST_RANKED,
): Ranking {
  const family = familyOf(asked);
  const model = weights.families[family];
  const question = askPage(asked, wordsOfPage(index));
  const views = keepPromising(
    viewsOf(index, question, poolOf(family, candidates, index.snapshot.language)),
    model.first,
    family,
  );
  const rows = featureRows(views);
  const shares = probabilities(rows.map((row) => scoreOf(model.trees, row)));
  const values = byValue(views, rows, shares);
  const none = 1 - shares.reduce((sum, share) => sum + share, 0);
  const sure = sureOf(suretyRow(values, none), weights.surety);
  const ranked = values.slice(0, most).map(({ view, share }, at) => ({
    candidate: view.candidate,
    probability: at === 0 ? sure : Math.min(share, sure),
    share,
  }));
  return { ranked, isSure: ranked.length > 0 && sure >= weights.giveFrom };
}
