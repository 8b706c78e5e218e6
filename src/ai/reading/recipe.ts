import type { Locator, ReadResult, Recipe } from '@/domain/contract/reading';
import { equalValues } from '@/domain/value/fact-value';
import { stemOf } from '@/domain/written/stem';
import { wordsOf } from '@/domain/written/words';
import { evidenceAt } from './evidence';
import type { AskedPage, Fitting } from './fitting';
import { atLocator, locatorsOf } from './locators';
import { type PageRanking, rankPage } from './ranking';
import { isDenied, isSentinel, vetoOf } from './vetoes';

const VERSION = 2;
const MOST_LOCATORS = 5;
const MOST_WORDS = 8;

/**
 * Compiles a place into locators, best first: table headers, a stable selector with its label, the words around it.
 * Null where nothing stable marks the place. Kept with them is which words of the item stand on the page: without them
 * it is another page.
 */
export function compileRecipe(page: AskedPage, chosen: Fitting): Recipe | null {
  const locators = locatorsOf(page.index, chosen).filter((locator) => {
    const again = atLocator(page, locator);
    return again !== null && isSame(again, chosen);
  });
  if (locators.length === 0) return null;
  return {
    version: VERSION,
    locators: locators.slice(0, MOST_LOCATORS),
    worksOnCheapLook: page.snapshot.look === 'cheap',
    words: itemWordsOn(page),
    denied: isDenied(page, chosen),
  };
}

/** What a recipe leads to. `doubtful`: some of its locators lead there, too few to be sure. */
interface Located {
  fitting: Fitting;
  doubtful: boolean;
}

/**
 * The place that a recipe leads to; null where it leads nowhere, to several places, to another item's page, or where
 * the row there says now that it is closed or sold out.
 */
function locate(page: AskedPage, recipe: Recipe): Located | null {
  if (recipe.version !== VERSION || !namesItem(page, recipe)) return null;
  const found = recipe.locators.flatMap((locator) => {
    const fitting = atLocator(page, locator);
    return fitting ? [{ fitting, locator }] : [];
  });
  const first = found[0]?.fitting;
  if (first === undefined || !found.every(({ fitting }) => isSame(fitting, first))) return null;
  // What a person pointed at may be an old price; what stands for “not measured” is no value of anybody's.
  if (recipe.pointed ? isSentinel(first) : vetoOf(page, first) !== null) return null;
  if (isDenied(page, first) && !recipe.denied) return null;
  return { fitting: first, doubtful: weightOf(found.map(({ locator }) => locator)) * 2 <= weightOf(recipe.locators) };
}

/** Headers of a row and a column name a place by themselves; a selector or the words beside it need each other. */
function weightOf(locators: readonly Locator[]): number {
  return locators.reduce((sum, { kind }) => sum + (kind === 'cell' ? 2 : 1), 0);
}

/**
 * Reads by the recipe alone; null on a miss. Most of the locators must lead to one place, and all that do to the same:
 * a page that was laid out anew is read anew, or asked about.
 */
export function readByRecipe(page: AskedPage, recipe: Recipe): ReadResult | null {
  const located = locate(page, recipe);
  if (located === null || located.doubtful) return null;
  const { value } = located.fitting;
  const evidence = evidenceAt(page.snapshot, located.fitting);
  return { outcome: 'value', value, evidence, refused: [], probability: 1, reader: 'recipe', recipe };
}

function isSame(one: Fitting, other: Fitting): boolean {
  return one.start === other.start && equalValues(one.value, other.value);
}

function itemWordsOn({ question, index }: AskedPage): string[] {
  const { item, language } = question;
  if (item === null) return [];
  const onPage = stemsOf(`${index.snapshot.title ?? ''} ${index.text}`, language);
  return [...stemsOf(item, language)].filter((stem) => onPage.has(stem)).slice(0, MOST_WORDS);
}

function namesItem({ question: { language }, index }: AskedPage, { words = [] }: Recipe): boolean {
  if (words.length === 0) return true;
  const onPage = stemsOf(`${index.snapshot.title ?? ''} ${index.text}`, language);
  return words.every((word) => onPage.has(word));
}

function stemsOf(text: string, language: string): Set<string> {
  return new Set(wordsOf(text).map(({ text: word }) => stemOf(word, language)));
}

/**
 * What a recipe no longer finds: healed where the ranker puts first what one of its locators still leads to, or is sure
 * of a place with the very name that it had. Never another place.
 */
export function healRecipe(page: AskedPage, recipe: Recipe, ranking: PageRanking = rankPage(page)): ReadResult | null {
  const [first] = ranking.ranked;
  if (first === undefined || recipe.version !== VERSION || !namesItem(page, recipe)) return null;
  const { fitting } = first;
  if (isDenied(page, fitting) && !recipe.denied) return null;
  const located = locate(page, recipe)?.fitting.start === fitting.start;
  if (!located && !(ranking.isSure && isNamedAlike(page, fitting, recipe))) return null;
  const healed = compileRecipe(page, fitting);
  if (healed === null) return null;
  return {
    outcome: 'value',
    value: fitting.value,
    evidence: evidenceAt(page.snapshot, fitting),
    refused: [],
    probability: first.probability,
    reader: 'recipe',
    recipe: { ...healed, ...(recipe.pointed && { pointed: true }) },
  };
}

/** Whether a place has the name, as label or as headers, that the recipe's place had. */
function isNamedAlike(page: AskedPage, fitting: Fitting, recipe: Recipe): boolean {
  const names = namesOf(locatorsOf(page.index, fitting));
  return namesOf(recipe.locators).some((name) => names.includes(name));
}

function namesOf(locators: readonly Locator[]): string[] {
  return locators.flatMap((locator) => {
    if (locator.kind === 'cell') return [[...locator.row, locator.column ?? ''].join(' · ')];
    return locator.kind === 'selector' && locator.label !== null ? [locator.label] : [];
  });
}
