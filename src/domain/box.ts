import { z } from 'zod';

/** A rectangle in CSS pixels from the top left of the whole page. */
export const Box = z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type Box = z.infer<typeof Box>;
