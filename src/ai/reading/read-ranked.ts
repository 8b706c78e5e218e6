import type { ReadResult, RefusedCandidate } from '@/domain/contract/reading';
import { REGION } from '@/page/regions';
import { evidenceAt } from './evidence';
import type { AskedPage, Fitting } from './fitting';
import { type PageRanking, type RankedFitting, rankPage } from './ranking';
import { readAbsence } from './read-absence';
import { compileRecipe } from './recipe';
import { isDenied, isUndercut, vetoOf } from './vetoes';
import { asksForPage, readWholePage } from './whole-page';

/** So many are named where nobody can be sure. */
const MOST_NAMED = 5;
const LONGEST_SHOWN = 80;

/**
 * Reads by the ranker: the likeliest value where it is sure of it, with its quote and recipe; else `fact_missing`, with
 * what it could be. Never guesses.
 */
export function readRanked(page: AskedPage, ranking: PageRanking = rankPage(page)): ReadResult {
  if (asksForPage(page.question)) return readWholePage(page);
  const [first] = ranking.ranked;
  const refused = vetoedOn(page);
  const possible = ranking.offered.map(({ fitting }) => fitting);
  if (ranking.isSure && first && !isContradicted(page, first.fitting)) return { ...given(page, first), refused };
  return readAbsence(page, ranking) ?? unsure(possible, refused);
}

function given(page: AskedPage, { fitting, probability }: RankedFitting): ReadResult {
  return {
    outcome: 'value',
    value: fitting.value,
    evidence: evidenceAt(page.snapshot, fitting),
    refused: [],
    probability,
    reader: 'offline',
    recipe: compileRecipe(page, fitting),
  };
}

const ELSEWHERE = REGION.navigation | REGION.header | REGION.footer | REGION.related | REGION.reviews;

/**
 * Whether the page speaks against a value that the ranker is sure of: its row says that it cannot be had, a smaller
 * amount stands beside it; or no sign states this yes or no, or another sign of the page's own part denies it.
 */
function isContradicted(page: AskedPage, fitting: Fitting): boolean {
  const { value, kind } = fitting;
  if (value.type !== 'boolean') return isDenied(page, fitting) || isUndercut(page, fitting);
  const { regions } = page.index;
  const others = page.candidates.signs.filter(({ node }) => ((regions[node] ?? 0) & ELSEWHERE) === 0);
  return kind !== 'status' || others.some((one) => one.value.type === 'boolean' && one.value.boolean !== value.boolean);
}

/** What of the asked type a fact forbids, with the reason: the person sees why not the other one. */
function vetoedOn(page: AskedPage): RefusedCandidate[] {
  const refused: RefusedCandidate[] = [];
  for (const one of page.fitting) {
    const reason = vetoOf(page, one);
    if (reason !== null) refused.push({ quote: one.quote, value: one.value, reason });
    if (refused.length >= MOST_NAMED) break;
  }
  return refused;
}

/** The person is asked: what it could be, likeliest first. */
export function unsure(
  possible: readonly Pick<RefusedCandidate, 'quote' | 'value'>[],
  refused: RefusedCandidate[] = [],
): ReadResult {
  const candidates = possible
    .slice(0, MOST_NAMED)
    .map(({ quote, value }) => ({ quote, value, reason: 'could be meant' }));
  const quotes = candidates.slice(0, 3).map(({ quote }) => `“${shown(quote)}”`);
  const message =
    quotes.length === 0
      ? 'Nothing of the kind that was asked for stands on the page.'
      : `It is not sure what on the page is meant: ${quotes.join(' or ')}, or another. Point at it.`;
  return { outcome: 'fact_missing', message, refused, candidates, reader: 'offline' };
}

export function shown(quote: string): string {
  const plain = quote.replace(/\s+/g, ' ').trim();
  return plain.length > LONGEST_SHOWN ? `${plain.slice(0, LONGEST_SHOWN - 1)}…` : plain;
}
