import type { Question, ReadResult } from '@/domain/contract/reading';
import type { Span } from '@/domain/snapshot';
import { evidenceAt } from './evidence';
import { type AskedPage, type Fitting, onePerPlace } from './fitting';
import { presenceAt, readPresence } from './presence';
import { shown } from './read-ranked';
import { compilePresence, compileRecipe } from './recipe';

const EXPECTED = {
  number: 'a number',
  boolean: 'words that say whether it can be had, such as “In stock” or “Sold out”',
  object: 'a list of two entries or more',
  string: 'a text',
} as const;
const EXPECTED_TEXT: Record<string, string> = { date: 'a date', time: 'a time of day', version: 'a version number' };

/**
 * Reads where a person pointed: the value there by our own parsers, its literal quote and a recipe that finds it again.
 * `fact_missing` where nothing there is of the type that is asked for, or where nothing marks the place.
 */
export function readPointed(page: AskedPage, span: Span): ReadResult {
  const chosen = chosenAt(page, span);
  const { text } = page.snapshot;
  const there = shown(text.slice(span.start, span.end));
  if (chosen === null && page.question.factType === 'boolean') return readPresenceAt(page, span, there);
  if (chosen === null) {
    return missed(`“${there}” is not ${expected(page.question)}. Point at another text.`);
  }
  if (pricesItsEntries(page, chosen))
    return missed('The entries of this list hold their prices: each new price would be told as a new entry.');
  const recipe = compileRecipe(page, chosen);
  if (recipe === null) return missed(NO_NAME(chosen.quote));
  return {
    outcome: 'value',
    value: chosen.value,
    evidence: evidenceAt(page.snapshot, chosen),
    refused: [],
    probability: 1,
    reader: 'person',
    recipe: { ...recipe, pointed: true },
  };
}

/** Yes, as long as it stands there as an entry among others. */
function readPresenceAt(page: AskedPage, span: Span, there: string): ReadResult {
  const presence = presenceAt(page, span);
  if (presence === null)
    return missed(
      `“${there}” says neither yes nor no, and it is no entry among others, so that it is gone would prove nothing. ` +
        'Point at words such as “In stock” or “Sold out”, or at an entry of a list.',
    );
  const recipe = compilePresence(page, presence.locator);
  const result = readPresence(page, recipe, presence.locator);
  return result && 'evidence' in result ? { ...result, reader: 'person' } : missed(NO_NAME(there));
}

/** Whether most entries of a list are read together with an amount of money. */
function pricesItsEntries({ candidates }: AskedPage, { value }: Fitting): boolean {
  if (value.type !== 'object') return false;
  const amounts = candidates.written.filter(({ kind }) => kind === 'money').map(({ quote }) => quote);
  const priced = value.items.filter((item) => amounts.some((amount) => item.includes(amount)));
  return priced.length * 2 > value.items.length;
}

const NO_NAME = (there: string) =>
  `Nothing beside “${there}” tells where it stands. Point at it where it has a name beside it.`;

/** What stands exactly there; else the first within it; else what it is a part of. */
function chosenAt({ index, fitting }: AskedPage, span: Span): Fitting | null {
  const exact = fitting.filter(({ start, end }) => start === span.start && end === span.end);
  const within = fitting.filter(({ start, end }) => start >= span.start && end <= span.end);
  const around = fitting.filter(({ start, end }) => start < span.end && span.start < end);
  for (const some of [exact, within, around]) {
    const [first] = onePerPlace(some);
    if (first) return first;
  }
  const text = index.text.slice(span.start, span.end).trim();
  return fitting.find(({ value }) => value.type === 'object' && value.items.includes(text)) ?? null;
}

function expected({ factType, unit }: Question): string {
  if (factType === 'string') return EXPECTED_TEXT[unit ?? ''] ?? EXPECTED.string;
  return factType === 'number' && unit !== null ? `a number in ${unit}` : EXPECTED[factType];
}

function missed(message: string): ReadResult {
  return { outcome: 'fact_missing', message, refused: [], candidates: [], reader: 'person' };
}
