import { z } from 'zod';
import { FAILURES } from '../outcome';

const Whose = z.strictObject({
  monitorId: z.uuid(),
  personId: z.uuid(),
  email: z.string(),
  /** Of the source's address only its host: the rest is the person's. Null where it has none. */
  host: z.string().nullable(),
});

/** A monitor whose checks fail in a row. */
export const FailingMonitor = Whose.extend({
  /** The latest failure. */
  outcome: z.enum(FAILURES).nullable(),
  streak: z.number().int(),
  /** When the first of them ended. */
  since: z.date().nullable(),
  lastCheckedAt: z.date().nullable(),
});
export type FailingMonitor = z.infer<typeof FailingMonitor>;

/** An evaluation that is not done. */
export const InFlight = Whose.extend({
  id: z.uuid(),
  phase: z.enum(['queued', 'loading', 'reading', 'deciding']),
  requestedAt: z.date(),
  startedAt: z.date().nullable(),
  /** Until when its worker has it; null where none does. */
  leaseExpiresAt: z.date().nullable(),
  /** How often it was taken. */
  attempt: z.number().int(),
});
export type InFlight = z.infer<typeof InFlight>;
