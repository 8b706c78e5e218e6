import Decimal from 'decimal.js';
import { z } from 'zod';

/**
 * A decimal number as text, e.g. "1299.95": digits, an optional sign and an optional point, never an exponent.
 * Text, because JSON numbers are binary floats and floats must not decide.
 */
export const DecimalString = z
  .string()
  .max(60)
  .regex(/^-?\d+(\.\d+)?$/, 'Must be a decimal number such as 1299.95');
export type DecimalString = z.infer<typeof DecimalString>;

/** decimal.js rounds to 20 digits; values have up to 60, and conversions of units must not round them. */
export const Exact = Decimal.clone({ precision: 100 });

/** Plain notation without an exponent and without trailing zeros: 1299.50 becomes "1299.5". */
export function toDecimalString(value: Decimal.Value): DecimalString {
  const decimal = new Exact(value);
  return decimal.isZero() ? '0' : decimal.toFixed();
}
