import { z } from 'zod';
import { LIMITS } from '../limits';

/** Line breaks and tabs become spaces; other controls and invisible characters go, so that length means reading. */
function tidy(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The person's sentence: 10 to 500 characters (UTF-16, as the column counts them at most) after tidying. */
export const PromptText = z
  .string('Describe what you want to be told about')
  .max(20_000, `Monitor description must be less than ${LIMITS.promptMax} characters`)
  .transform(tidy)
  .pipe(
    z
      .string()
      .min(LIMITS.promptMin, `Monitor description must be at least ${LIMITS.promptMin} characters`)
      .max(LIMITS.promptMax, `Monitor description must be less than ${LIMITS.promptMax} characters`),
  );

/** A monitor's name on one line: 1 to 100 characters after tidying. */
export const MonitorName = z
  .string('Monitor name is required')
  .max(20_000, `Monitor name must be less than ${LIMITS.nameMax} characters`)
  .transform(tidy)
  .pipe(
    z
      .string()
      .min(LIMITS.nameMin, 'Monitor name is required')
      .max(LIMITS.nameMax, `Monitor name must be less than ${LIMITS.nameMax} characters`),
  );
