import type { Locator, ReadResult, Recipe } from '@/domain/contract/reading';
import { equalValues } from '@/domain/value/fact-value';
import { itemsBeyond } from '@/domain/value/value-comparison';
import { comparableUnits } from '@/domain/written/quantity';
import { stemOf } from '@/domain/written/stem';
import { wordsOf } from '@/domain/written/words';
import { evidenceAt } from './evidence';
import { type AskedPage, type Fitting, isCurrency, onePerPlace, sizeOf } from './fitting';
import { atLocator, linesLocators, locatorsOf } from './locators';
import { hasNames, namesAt, textOf } from './name-place';
import { presenceOf, readPresence } from './presence';
import { type PageRanking, rankPage } from './ranking';
import { isDenied, isSentinel, vetoOf } from './vetoes';

const VERSION = 2;
const MOST_LOCATORS = 5;
const MOST_WORDS = 8;
const MOST_ENTRIES = 20;
/** Of its entries, that a list must still hold to be the same one wherever it stands. */
const STILL_THERE = 0.8;
/** How often the one place with all the names is the right one, at least. */
const NAMED_RIGHT = 0.9;
const PRE_RELEASE = /\d[-. ]?(?:a|b|alpha|beta|rc|pre|preview|dev|nightly|canary|snapshot|m)[-. ]?\d*$/i;

/**
 * Compiles a place into locators, best first: table headers, a stable selector with its label, the words around it, the
 * lines above it. Null where nothing stable marks the place. Kept with them is which words of the item stand on the
 * page: without them it is another page.
 */
export function compileRecipe(page: AskedPage, chosen: Fitting): Recipe | null {
  const form = formOf(chosen);
  const places = { index: page.index, fitting: page.fitting.filter((one) => isOfForm(one, form)) };
  const leadsThere = (locator: Locator): boolean => {
    const again = atLocator(places, locator);
    return again !== null && isSame(again, chosen);
  };
  const locators = locatorsOf(page.index, chosen).flatMap((variants) => variants.find(leadsThere) ?? []);
  const isList = chosen.value.type === 'object';
  if (!isList && weightOf(locators) <= 1)
    locators.push(...linesLocators(page.index, chosen).filter(leadsThere).slice(0, 1));
  if (locators.length === 0) return null;
  const names = isList ? [] : ownNamesOf(page, chosen);
  return {
    version: VERSION,
    locators: locators.slice(0, MOST_LOCATORS),
    worksOnCheapLook: page.snapshot.look === 'cheap',
    ...itemOn(page),
    denied: isDenied(page, chosen),
    ...(form !== null && { form }),
    ...(names.length > 0 && { names }),
    ...entriesOf(chosen),
  };
}

function entriesOf({ value }: Fitting): { entries?: string[] } {
  return value.type === 'object' ? { entries: value.items.slice(0, MOST_ENTRIES) } : {};
}

/** The names of a place, where no other place of the asked type has them all. */
function ownNamesOf({ index, fitting }: AskedPage, chosen: Fitting): string[] {
  const names = namesAt(index, chosen);
  const others = onePerPlace(fitting).filter(({ start, end }) => start >= chosen.end || chosen.start >= end);
  return others.some((one) => hasNames(index, one, names)) ? [] : names;
}

/** What a recipe leads to. `doubtful`: some of its locators lead there, too few to be sure. */
interface Located {
  fitting: Fitting;
  doubtful: boolean;
}

/**
 * The place that a recipe leads to; null where it leads nowhere, to several places, to another item's page, to a value
 * that is written as another kind of value, or where the row there says now that it is closed or sold out.
 */
function locate(page: AskedPage, recipe: Recipe): Located | null {
  if (recipe.version !== VERSION || !namesItem(page, recipe)) return null;
  const places = { index: page.index, fitting: page.fitting.filter((one) => isOfForm(one, recipe.form)) };
  const found = recipe.locators.flatMap((locator) => {
    const fitting = atLocator(places, locator);
    return fitting ? [{ fitting, locator }] : [];
  });
  const first = found[0]?.fitting;
  if (first === undefined || !found.every(({ fitting }) => isSame(fitting, first))) return null;
  if (!isPossible(page, first, recipe)) return null;
  return { fitting: first, doubtful: weightOf(found.map(({ locator }) => locator)) * 2 <= weightOf(recipe.locators) };
}

/** Whether a place can hold what the recipe found before. */
function isPossible(page: AskedPage, fitting: Fitting, recipe: Recipe): boolean {
  // What a person pointed at may be an old price; what stands for “not measured” is no value of anybody's.
  if (recipe.pointed ? isSentinel(fitting) : vetoOf(page, fitting) !== null) return false;
  return isOfForm(fitting, recipe.form) && (recipe.denied || !isDenied(page, fitting));
}

/** Its unit, or that it is a pre-release: what tells a value from others at its place. Null where nothing does. */
function formOf({ value, quote }: Fitting): string | null {
  if (value.type === 'number') return value.unit ?? 'bare';
  if (value.type !== 'string' || value.unit !== 'version') return null;
  return PRE_RELEASE.test(quote) ? 'pre-release' : 'release';
}

/** Of a pre-release the release may follow, not the other way round; a unit may be another one of the same measure. */
function isOfForm(fitting: Fitting, form: string | null | undefined): boolean {
  const own = formOf(fitting);
  if (form === undefined || form === null || own === null || own === form) return true;
  if (form === 'pre-release') return own === 'release';
  return fitting.value.type === 'number' && !isCurrency(own) && comparableUnits(own, form);
}

/**
 * Headers of a row and a column name a place by themselves, and so do the lines above and a name that its element alone
 * has; the others need each other.
 */
function weightOf(locators: readonly Locator[]): number {
  return locators.reduce((sum, locator) => sum + (namesAlone(locator) ? 2 : 1), 0);
}

function namesAlone(locator: Locator): boolean {
  return locator.kind === 'selector' ? locator.own === true : locator.kind === 'cell' || locator.kind === 'lines';
}

/**
 * Reads by the recipe alone; null on a miss. Most of the locators must lead to one place, and all that do to the same:
 * a page that was laid out anew is read anew, or asked about.
 */
export function readByRecipe(page: AskedPage, recipe: Recipe): ReadResult | null {
  const presence = presenceOf(recipe);
  if (presence !== null) return namesItem(page, recipe) ? readPresence(page, recipe, presence) : null;
  const located = locate(page, recipe);
  if (located === null || located.doubtful) return null;
  const { value } = located.fitting;
  const evidence = evidenceAt(page.snapshot, located.fitting);
  const known = { ...recipe, ...entriesOf(located.fitting) };
  return { outcome: 'value', value, evidence, refused: [], probability: 1, reader: 'recipe', recipe: known };
}

function isSame(one: Fitting, other: Fitting): boolean {
  return one.start === other.start && equalValues(one.value, other.value);
}

function wholeText({ index, snapshot }: AskedPage): string {
  return `${snapshot.title ?? ''} ${index.text}`;
}

function titleText({ index, snapshot }: AskedPage): string {
  return `${snapshot.title ?? ''} ${textOf(index, index.h1) ?? ''}`;
}

/** What names the item on its page; with none of its words in the title, those anywhere on the page. */
function itemOn(page: AskedPage): Pick<Recipe, 'words' | 'titled'> {
  const inTitle = itemWordsOn(page, titleText(page));
  const titled = inTitle.length > 0;
  return { words: titled ? inTitle : itemWordsOn(page, wholeText(page)), titled };
}

/** The recipe of a text that stands as an entry among others. */
export function compilePresence(page: AskedPage, presence: Locator & { kind: 'presence' }): Recipe {
  const worksOnCheapLook = page.snapshot.look === 'cheap';
  return { version: VERSION, locators: [presence], worksOnCheapLook, ...itemOn(page), pointed: true };
}

/** Those of the item's words that stand in a text. */
function itemWordsOn({ question: { item, language } }: AskedPage, text: string): string[] {
  if (item === null) return [];
  const there = stemsOf(text, language);
  return [...stemsOf(item, language)].filter((stem) => there.has(stem)).slice(0, MOST_WORDS);
}

function namesItem(page: AskedPage, { words = [], titled = false }: Recipe): boolean {
  if (words.length === 0) return true;
  const there = stemsOf(titled ? titleText(page) : wholeText(page), page.question.language);
  return words.every((word) => there.has(word));
}

function stemsOf(text: string, language: string): Set<string> {
  return new Set(wordsOf(text).map(({ text: word }) => stemOf(word, language)));
}

/**
 * What a recipe no longer finds: healed where the ranker puts first what one of its locators still leads to, or is sure
 * of a place with the very name that it had; and where one place alone has all its names. Never another place.
 */
export function healRecipe(page: AskedPage, recipe: Recipe, ranking: PageRanking = rankPage(page)): ReadResult | null {
  if (recipe.version !== VERSION || !namesItem(page, recipe)) return null;
  const fitting = rankedAgain(page, recipe, ranking) ?? namedAgain(page, recipe) ?? listAgain(page, recipe);
  if (fitting === null || !isPossible(page, fitting, recipe)) return null;
  const healed = compileRecipe(page, fitting);
  if (healed === null) return null;
  const [first] = ranking.ranked;
  const isFirst = first?.fitting.start === fitting.start;
  return {
    outcome: 'value',
    value: fitting.value,
    evidence: evidenceAt(page.snapshot, fitting),
    refused: [],
    probability: isFirst ? first.probability : NAMED_RIGHT,
    reader: 'recipe',
    recipe: { ...healed, ...(recipe.pointed && { pointed: true }) },
  };
}

function rankedAgain(page: AskedPage, recipe: Recipe, { ranked: [first], isSure }: PageRanking): Fitting | null {
  if (first === undefined) return null;
  const { fitting } = first;
  const isLocated = locate(page, recipe)?.fitting.start === fitting.start;
  return isLocated || (isSure && isNamedAlike(page, fitting, recipe)) ? fitting : null;
}

/** The one place that is named as the recipe's was, however the page is laid out now. */
function namedAgain(page: AskedPage, { names = [] }: Recipe): Fitting | null {
  const named = onePerPlace(page.fitting).filter((fitting) => hasNames(page.index, fitting, names));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** The least list that still holds nearly all entries that were known; null where fewer than three were. */
function listAgain({ fitting }: AskedPage, { entries = [] }: Recipe): Fitting | null {
  if (entries.length < 3) return null;
  const holds = ({ value }: Fitting): boolean =>
    value.type === 'object' && itemsBeyond(entries, value.items).length <= (1 - STILL_THERE) * entries.length;
  return fitting.filter(holds).sort((a, b) => sizeOf(a) - sizeOf(b))[0] ?? null;
}

/** Whether a place has the name, as label or as headers, that the recipe's place had. */
function isNamedAlike(page: AskedPage, fitting: Fitting, recipe: Recipe): boolean {
  const names = labelsOf(locatorsOf(page.index, fitting).flat());
  return labelsOf(recipe.locators).some((name) => names.includes(name));
}

function labelsOf(locators: readonly Locator[]): string[] {
  return locators.flatMap((locator) => {
    if (locator.kind === 'cell') return [[...locator.row, locator.column ?? ''].join(' · ')];
    return locator.kind === 'selector' && locator.label !== null ? [locator.label] : [];
  });
}
