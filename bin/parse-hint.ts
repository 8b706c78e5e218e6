import { z } from 'zod';
import { detectCurrency } from '@/domain/written/currency';
import { isCurrencyCode } from '@/domain/written/currency-table';
import type { ParseHint } from '@/domain/written/hint';

const HintObject = z.object({
  currency: z.string().nullish(),
  locale: z.string().nullish(),
  language: z.string().nullish(),
  country: z.string().nullish(),
  host: z.string().nullish(),
});

/** A text ("USD", "de-DE", "DE", "Preis in €") or an object that names what is known. */
export const Hint = z.union([z.string(), HintObject]);

/** "USD", "de-DE", "de", "DE", or the words around a price ("Preis in €"). */
function hintOfText(written: string): ParseHint {
  const hint = written.trim();
  const code = hint.toUpperCase();
  if (hint.length === 3 && isCurrencyCode(code)) return { currency: code };
  // "TL" and "RM" are written for currencies, and countries too.
  if (/^[A-Z]{2}$/.test(hint)) return { region: hint, currency: detectCurrency(hint) };
  if (/^[a-z]{2,3}([-_][A-Za-z]{4})?([-_][A-Za-z]{2})?$/.test(hint)) return { language: hint.replaceAll('_', '-') };
  return { currency: detectCurrency(hint) };
}

let names: Map<string, string> | null = null;

/** English names of the languages with tags of two letters, by CLDR: "russian" is "ru". */
function tagsByName(): Map<string, string> {
  if (names) return names;
  names = new Map();
  const display = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  for (const first of letters) {
    for (const second of letters) {
      const name = display.of(first + second)?.toLowerCase();
      if (name && !names.has(name)) names.set(name, first + second);
    }
  }
  return names;
}

/** A language's tag ("de", "pt_BR"), or its tag by its English name ("Russian"); undefined for anything else. */
export function languageTag(written: string | null | undefined): string | undefined {
  const language = written?.trim().replaceAll('_', '-');
  if (!language) return undefined;
  if (/^[a-z]{2,3}(-|$)/i.test(language)) return language;
  return tagsByName().get(language.toLowerCase());
}

/** What a case's `hint` and `language` say; the hint wins where both name a language. */
export function hintOf(hint: z.infer<typeof Hint> | null | undefined, language?: string | null): ParseHint {
  const known = typeof hint === 'string' ? hintOfText(hint) : hint ? hintOfObject(hint) : {};
  return { ...known, language: known.language ?? languageTag(language) };
}

function hintOfObject(hint: z.infer<typeof HintObject>): ParseHint {
  const currency = hint.currency ? hintOfText(hint.currency).currency : undefined;
  const language = languageTag(hint.locale ?? hint.language);
  return { currency, language, region: hint.country?.toUpperCase(), host: hint.host };
}
