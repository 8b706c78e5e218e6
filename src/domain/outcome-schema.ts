import { z } from 'zod';
import { FAILURES, OUTCOMES } from './outcome';

// Apart from outcome.ts, which pages load: zod weighs more than all that they do with an outcome.

export const FailureOutcome = z.enum(FAILURES);
export type FailureOutcome = z.infer<typeof FailureOutcome>;

export const Outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof Outcome>;
