import { z } from 'zod';
import { DecimalString } from '../written/decimal-schema';

/** What kind of value a fact has. `object` is an unordered list of entries (open jobs, releases, seats). */
export const FactType = z.enum(['number', 'string', 'boolean', 'object']);
export type FactType = z.infer<typeof FactType>;

/**
 * The unit of a fact: an ISO 4217 currency ("USD"), "%", a unit symbol ("°C", "km/h", "GB", "min"), or, for
 * strings, "date" (ISO 8601 calendar date or date-time), "time" (time of day, "HH:MM" of 24 hours) and "version"
 * (dotted release number).
 */
export const Unit = z.string().min(1).max(30);
export type Unit = z.infer<typeof Unit>;

/**
 * One typed value. Numbers are decimals kept as text; a string whose unit is "date" holds ISO 8601, one whose
 * unit is "time" "HH:MM", one whose unit is "version" a release number without a leading "v". This is what is stored,
 * compared and shown.
 */
export const FactValue = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('number'), number: DecimalString, unit: Unit.nullable() }),
  z.strictObject({ type: z.literal('string'), text: z.string().max(2_000), unit: Unit.nullable() }),
  z.strictObject({ type: z.literal('boolean'), boolean: z.boolean() }),
  z.strictObject({ type: z.literal('object'), items: z.array(z.string().max(500)).max(500) }),
]);
export type FactValue = z.infer<typeof FactValue>;
