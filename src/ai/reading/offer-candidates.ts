import { MOST_CANDIDATES, type PointCandidate } from '@/domain/contract/pointing';
import { evidenceAt } from './evidence';
import { type AskedPage, onePerPlace } from './fitting';
import { labelAt } from './name-place';
import { type PageRanking, type RankedFitting, rankPage } from './ranking';
import { vetoOf } from './vetoes';

/**
 * What a person may choose from, likeliest first: what the ranker put in order, of other kinds too where the sentence
 * may mean one, then what else on the page is of the asked type, nearest to how it was asked. What a fact forbids is
 * left out.
 */
export function offerCandidates(page: AskedPage, ranking: PageRanking = rankPage(page)): PointCandidate[] {
  const ranked = ranking.offered.slice(0, MOST_CANDIDATES);
  return [...ranked, ...others(page, ranked)].slice(0, MOST_CANDIDATES).map((one, at) => offered(page, one, at + 1));
}

function others(page: AskedPage, ranked: readonly RankedFitting[]): RankedFitting[] {
  const { fitting, question } = page;
  if (ranked.length >= MOST_CANDIDATES) return [];
  const known = new Set(ranked.map((one) => JSON.stringify(one.fitting.value)));
  // Lists lie within each other and are each another value; of all else one for each place.
  const distinct = question.factType === 'object' ? [...fitting] : onePerPlace(fitting);
  return distinct
    .filter((one) => !known.has(JSON.stringify(one.value)) && vetoOf(page, one) === null)
    .sort((a, b) => a.far - b.far || a.start - b.start)
    .map((one) => ({ fitting: one, probability: 0 }));
}

function offered(page: AskedPage, { fitting, probability }: RankedFitting, number: number): PointCandidate {
  const { quote, value } = fitting;
  const { span, box } = evidenceAt(page.snapshot, fitting);
  return { number, value, quote, label: labelAt(page.index, fitting), span, box, probability };
}
