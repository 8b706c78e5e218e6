import { readWeights, type Weights } from './model';
import WEIGHTS from './weights.json';

let weights: Weights | null = null;

/** What `npm run train` learned; checked once, when it is first asked for. */
export function learnedWeights(): Weights {
  weights ??= readWeights(WEIGHTS);
  return weights;
}
