import { z } from 'zod';
import { WEB_VITALS } from './web-vitals';

/** What one page tells when it is left: each figure once. */
export const ReportedVitals = z
  .array(z.strictObject({ name: z.enum(WEB_VITALS), value: z.number().min(0).max(600_000) }))
  .min(1)
  .max(WEB_VITALS.length)
  .refine((reported) => new Set(reported.map(({ name }) => name)).size === reported.length);
export type ReportedVitals = z.infer<typeof ReportedVitals>;
