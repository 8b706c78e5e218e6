import { z } from 'zod';

/** A page or data source where a prompt's fact may stand, offered where the prompt names none. */
export const SourceProposal = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  title: z.string().min(1).max(200),
  /** Who provides it, as it must be named. */
  attribution: z.string().min(1).max(200),
});
export type SourceProposal = z.infer<typeof SourceProposal>;
