'use client';

import { createContext, useContext } from 'react';
import { DEFAULT_LOCALE, type Locale } from '@/domain/written/locales';

const Chosen = createContext<Locale>(DEFAULT_LOCALE);

/** Gives server and browser the person's choice, so that both write the same; outside of it stands the default. */
export const LocaleProvider = Chosen.Provider;

/** How this person reads numbers and dates. */
export function useLocale(): Locale {
  return useContext(Chosen);
}
