import { z } from 'zod';

/** A page of a list of the administration. */
export const AdminPage = z.strictObject({
  /** The `nextCursor` of the page before. */
  cursor: z.uuid('This is not a cursor.').nullish(),
  limit: z.number().int().min(1).max(100).default(50),
  /** What tRPC's infinite queries add; there is only one way to go. */
  direction: z.literal('forward').optional(),
});
