import Decimal from 'decimal.js';

/**
 * A decimal number as text, e.g. "1299.95": digits, an optional sign and an optional point, never an exponent.
 * Text, because JSON numbers are binary floats and floats must not decide.
 */
export type DecimalString = string;

/** decimal.js rounds to 20 digits; values have up to 60, and conversions of units must not round them. */
export const Exact = Decimal.clone({ precision: 100 });

/** The negative of an unsigned number in plain notation; Decimal would do it, but pages have thousands of numbers. */
export function negativeOf(unsigned: DecimalString): DecimalString {
  return unsigned === '0' ? unsigned : `-${unsigned}`;
}

/** Plain notation without an exponent and without trailing zeros: 1299.50 becomes "1299.5". */
export function toDecimalString(value: Decimal.Value): DecimalString {
  const decimal = new Exact(value);
  return decimal.isZero() ? '0' : decimal.toFixed();
}
