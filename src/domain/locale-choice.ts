import { z } from 'zod';
import { LOCALES } from './written/locales';

/** A person's choice of how numbers and dates are written. */
export const LocaleChoice = z.enum(
  LOCALES.map(({ code }) => code),
  'Choose how numbers and dates are written from the list',
);
