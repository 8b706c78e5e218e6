import { z } from 'zod';
import { LocaleChoice } from '../locale-choice';

/** Someone who is signed in, as pages and procedures see them. Never the row: no hash, no reason of a suspension. */
export const Person = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role: z.enum(['member', 'admin']),
  /** Admitted to the beta: may make and refresh monitors. */
  isBetaUser: z.boolean(),
  emailVerified: z.boolean(),
  /** IANA name, e.g. "Europe/Oslo". */
  timeZone: z.string(),
  /** How numbers and dates are written for them. */
  locale: LocaleChoice,
});
export type Person = z.infer<typeof Person>;

/** Whether this person may make and refresh monitors. Admins may, admitted or not. */
export function mayUseMonitors(person: Person): boolean {
  return person.isBetaUser || person.role === 'admin';
}
