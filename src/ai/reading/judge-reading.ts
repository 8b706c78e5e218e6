import type { ReaderName, Reading, ReadResult } from '@/domain/contract/reading';
import { equalValues } from '@/domain/value/fact-value';
import type { FactValue } from '@/domain/value/value';
import type { AskedPage } from './fitting';
import { type PageRanking, placeOf, rankPage } from './ranking';
import { unsure } from './read-ranked';
import { compileRecipe } from './recipe';
import { verifyReading } from './verify';
import { isDenied } from './vetoes';

/** How often a model that quotes literally is right, before the ranker has been heard. */
const MODEL_RIGHT = 0.92;
/**
 * How much likelier the right value is than another one of its kind to stand at a place of the ranking, up to that
 * place: counted over 300 labels on real pages and the other values beside them.
 */
const LIKELIHOODS = [
  { upTo: 0, ratio: 30 },
  { upTo: 4, ratio: 0.65 },
  { upTo: 24, ratio: 0.08 },
  { upTo: Number.POSITIVE_INFINITY, ratio: 0.02 },
];
/** On a page with few values each stands among the first: one with no more than this share is far off all the same. */
const FAR_OFF = 0.05;
/** Texts and lists can be quoted in more ways than the ranker cuts them: then it says little. */
const UNRANKED = { number: 0.08, boolean: 0.08, string: 0.6, object: 0.6 };
/** From here on a model's reading is given. */
const GIVE_FROM = 0.7;

/**
 * What becomes of a model's reading: verified, then weighed by the ranker. Where both agree it is surer than either;
 * where the ranker is sure of another value the person is asked, for one of the two is wrong.
 */
export function judgeReading(page: AskedPage, reader: ReaderName, reading: Reading): ReadResult {
  const { refused } = reading;
  const ranking = rankPage(page);
  if (reading.found === 'missing') return missed('fact_missing', reading.reason, reader, reading);
  if (reading.found === 'ambiguous') {
    const quotes = reading.candidates.map(({ quote }) => `“${quote}”`).join(' or ');
    const message = `The page shows more than one value that could be meant: ${quotes}. Name the one you want.`;
    return { outcome: 'fact_missing', message, refused, candidates: reading.candidates, reader };
  }
  const verdict = verifyReading(page, reading);
  if (!verdict.ok) return missed('unverified', verdict.reason, reader, reading);
  const { value, evidence, fitting } = verdict;
  if (value === null) return { outcome: 'absent', evidence, refused, probability: MODEL_RIGHT, reader, recipe: null };
  const probability = surenessOf(ranking, value);
  if (probability < GIVE_FROM || (fitting !== null && isDenied(page, fitting))) {
    const read = { quote: evidence.quote, value };
    const others = ranking.ranked.map(({ fitting: { quote, value: own } }) => ({ quote, value: own }));
    return { ...unsure([read, ...others.filter((one) => !equalValues(one.value, value))]), refused, reader };
  }
  const recipe = fitting ? compileRecipe(page, fitting) : null;
  return { outcome: 'value', value, evidence, refused, probability, reader, recipe };
}

/** Odds of the model, times what the place of its value in the ranking says of it. */
function surenessOf(ranking: PageRanking, value: FactValue): number {
  const place = placeOf(ranking, value);
  const [first] = ranking.ranked;
  if (place > 0 && ranking.isSure && first !== undefined) return 1 - first.probability;
  const isFar = place > 0 && (ranking.ranked[place]?.probability ?? 0) < FAR_OFF;
  const counted = isFar ? Math.max(place, 5) : place;
  const ratio = place < 0 ? UNRANKED[value.type] : (LIKELIHOODS.find(({ upTo }) => counted <= upTo)?.ratio ?? 0);
  const odds = (MODEL_RIGHT / (1 - MODEL_RIGHT)) * ratio;
  return odds / (1 + odds);
}

function missed(
  outcome: 'fact_missing' | 'unverified',
  message: string,
  reader: ReaderName,
  { refused }: Reading,
): ReadResult {
  return { outcome, message, refused, candidates: [], reader };
}
