import type { Question, ReadResult, Recipe } from '@/domain/contract/reading';
import type { Snapshot, Span } from '@/domain/snapshot';
import { boxOf } from '../verify';
import { onePerPlace, type Pointable, type Pointables, pointablesOf } from './pointable';
import { atLocator, locatorsOf } from './pointed-recipe';

const VERSION = 1;
const MOST_LOCATORS = 5;

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
export function readPointed(question: Question, snapshot: Snapshot, span: Span): ReadResult {
  const pointables = pointablesOf(question, snapshot, new Date(snapshot.loadedAt));
  const chosen = chosenAt(pointables, span);
  if (chosen === null) return missed(`“${shown(snapshot, span)}” is not ${expected(question)}. Point at another text.`);
  const locators = locatorsOf(pointables.index, chosen).filter((locator) => {
    const again = atLocator(pointables, locator);
    return again !== null && isSame(again, chosen);
  });
  if (locators.length === 0)
    return missed(`Nothing beside “${chosen.quote}” tells where it stands. Point at it where it has a name beside it.`);
  const recipe: Recipe = {
    version: VERSION,
    locators: locators.slice(0, MOST_LOCATORS),
    worksOnCheapLook: false,
    pointed: true,
  };
  return { ...resultAt(snapshot, chosen), reader: 'person', recipe };
}

/**
 * Reads by the recipe of a choice; null on a miss. Half of the locators must lead to one place, and all that do to
 * the same: a page that was laid out anew is asked about, never guessed at.
 */
export function readByPointedRecipe(recipe: Recipe, question: Question, snapshot: Snapshot): ReadResult | null {
  if (recipe.version !== VERSION) return null;
  const pointables = pointablesOf(question, snapshot, new Date(snapshot.loadedAt));
  const found = recipe.locators.flatMap((locator) => atLocator(pointables, locator) ?? []);
  const [first] = found;
  if (first === undefined || found.length * 2 < recipe.locators.length) return null;
  if (!found.every((one) => isSame(one, first))) return null;
  return { ...resultAt(snapshot, first), reader: 'recipe', recipe };
}

function isSame(one: Pointable, other: Pointable): boolean {
  return one.start === other.start && JSON.stringify(one.value) === JSON.stringify(other.value);
}

/** What stands exactly there; else the first within it; else what it is a part of. */
function chosenAt({ index, all }: Pointables, span: Span): Pointable | null {
  const exact = all.filter(({ start, end }) => start === span.start && end === span.end);
  const within = all.filter(({ start, end }) => start >= span.start && end <= span.end);
  const around = all.filter(({ start, end }) => start < span.end && span.start < end);
  for (const some of [exact, within, around]) {
    const [first] = onePerPlace(some);
    if (first) return first;
  }
  const text = index.text.slice(span.start, span.end).trim();
  return all.find(({ value }) => value.type === 'object' && value.items.includes(text)) ?? null;
}

function resultAt(snapshot: Snapshot, { start, end, quote, value }: Pointable) {
  const span = { start, end };
  return { outcome: 'value' as const, value, evidence: { quote, span, box: boxOf(snapshot, span) }, refused: [] };
}

function shown({ text }: Snapshot, { start, end }: Span): string {
  const piece = text.slice(start, end).replace(/\s+/g, ' ').trim();
  return piece.length > 80 ? `${piece.slice(0, 79)}…` : piece;
}

function expected({ factType, unit }: Question): string {
  if (factType === 'string') return EXPECTED_TEXT[unit ?? ''] ?? EXPECTED.string;
  return factType === 'number' && unit !== null ? `a number in ${unit}` : EXPECTED[factType];
}

function missed(message: string): ReadResult {
  return { outcome: 'fact_missing', message, refused: [], candidates: [], reader: 'person' };
}
