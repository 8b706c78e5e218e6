import type { KnownProperty } from '../lexicon/lexicon';
import type { Clause } from './condition';
import type { Span } from './text';

/** A property that the clause names, and the words that name it. */
export interface PropertyMention extends Span {
  property: KnownProperty;
  /** As the prompt writes it. */
  label: string;
}

const LISTS = ['price', 'temperature', 'version', 'date', 'status', 'rating', 'rate', 'count', 'measures'] as const;

/** Amounts of money that are not prices. */
const AMOUNTS =
  /value|worth|market cap|salary|gehalt|salaire|salario|stipendio|salaris|balance|jackpot|revenue|umsatz|funding|amount|donation|spenden|goal|volume|total|dividend|vermogen|wert|valeur|valor|valore|waarde|bourse|borsa|kapital|時価総額|fee|年収/u;

function fits(property: KnownProperty, label: string, unit: string | null, money: boolean): boolean {
  if (money) return property === 'price' || property === 'rate' || (property === 'measure' && AMOUNTS.test(label));
  if (unit === '°C' || unit === '°F') return property === 'temperature';
  if (unit === '%') return property === 'rate' || property === 'measure' || property === 'rating';
  if (unit !== null) return property === 'measure' || property === 'count' || property === 'status';
  return true;
}

/** All properties that the clause names, left to right; of two that overlap the longer stays. */
export function findProperties({ prompt, patterns, quotes }: Clause): PropertyMention[] {
  const found: PropertyMention[] = [];
  for (const list of LISTS) {
    for (const span of patterns.find(list, prompt.folded)) {
      const property = list === 'measures' ? 'measure' : list;
      const quoted = quotes.some((quote) => quote.start < span.end && span.start < quote.end);
      if (!quoted) found.push({ ...span, property, label: prompt.original.slice(span.start, span.end) });
    }
  }
  found.sort((a, b) => b.end - b.start - (a.end - a.start));
  const kept: PropertyMention[] = [];
  for (const mention of found) {
    if (!kept.some((other) => other.start < mention.end && mention.start < other.end)) kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** The property that a value with this unit can belong to: the first that fits, prices and their like before measures. */
export function propertyFor(
  mentions: readonly PropertyMention[],
  unit: string | null,
  money: boolean,
): PropertyMention | null {
  const fitting = mentions.filter(({ property, label }) => fits(property, label.toLowerCase(), unit, money));
  // In "battery price" the price is meant; a measure counts where nothing more definite is named.
  return fitting.find(({ property }) => property !== 'measure') ?? fitting[0] ?? null;
}
