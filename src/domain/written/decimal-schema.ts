import { z } from 'zod';

/** A decimal number as text (decimal.ts). */
export const DecimalString = z
  .string()
  .max(60)
  .regex(/^-?\d+(\.\d+)?$/, 'Must be a decimal number such as 1299.95');
export type DecimalString = z.infer<typeof DecimalString>;
