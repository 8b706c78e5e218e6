import { z } from 'zod';
import { FEATURE_NAMES } from './features/features';
import { FIRST_WIDTH } from './first-pass';
import { FAMILIES } from './pool';
import { SURETY_WIDTH } from './surety';

const Numbers = z.array(z.number());
const TreeWeights = z.strictObject({ features: Numbers, thresholds: Numbers, children: Numbers, values: Numbers });
const Boosted = z.strictObject({ base: z.number(), trees: z.array(TreeWeights) });

/** What `npm run train` writes for one family of answers. */
const FamilyWeights = z.strictObject({ first: Numbers.length(FIRST_WIDTH), trees: Boosted });
export type FamilyWeights = z.infer<typeof FamilyWeights>;

/** All weights, with the features that they were trained for: others would be read as nonsense. */
const Weights = z.strictObject({
  features: z.array(z.string()).refine((names) => names.join() === FEATURE_NAMES.join(), {
    error: 'The weights belong to other features. Run npm run train.',
  }),
  families: z.record(z.enum(FAMILIES), FamilyWeights),
  surety: z.strictObject({ trees: Boosted, linear: Numbers.length(1 + SURETY_WIDTH) }),
  /** From this probability on a value is given, of whatever family; below it the person is asked. */
  giveFrom: z.number().min(0).max(1),
});
export type Weights = z.infer<typeof Weights>;

/** Weights as `weights.json` holds them. Throws where they belong to other features. */
export function readWeights(json: unknown): Weights {
  return Weights.parse(json);
}
