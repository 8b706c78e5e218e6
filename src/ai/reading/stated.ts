import type { Question } from '@/domain/contract/reading';
import { namedWords, slotWords } from '@/interpret/slot-words';
import { REGION } from '@/page/regions';
import type { AskedPage, Fitting } from './fitting';
import { labelAt } from './name-place';
import type { RankedFitting } from './ranking';
import { factsAsked, type Stated, saysSame, statedOn } from './stated-data';
import WORDS from './stated-facts.json';
import { isUndercut } from './vetoes';

/** Of so many of the likeliest one may be what is stated. */
const FEW = 10;
/** Of the item's words so many stand in the title, the first heading or the address of a page about it. */
const LEAST_NAMED = 0.5;
/** How often such a value was right on labelled pages, with a margin; the same labels told what to believe. */
const STATED_RIGHT = 0.95;

/**
 * The likely value that the page states in a second way than by what the ranker weighs: for machines (schema.org, meta
 * elements) of what is asked about, behind a label that is the property's own words, or as the only price. Null where
 * it is stated nowhere, or otherwise elsewhere.
 */
export function statedAmong(page: AskedPage, ranked: readonly RankedFitting[]): RankedFitting | null {
  const names = namesOf(page);
  const found =
    statedForMachines(page, ranked, names) ?? statedInPair(page, ranked, names) ?? statedAlone(page, ranked, names);
  return found && { ...found, probability: Math.max(found.probability, STATED_RIGHT) };
}

type Names = ReadonlySet<string>;

function statedForMachines(page: AskedPage, ranked: readonly RankedFitting[], names: Names): RankedFitting | null {
  const facts = factsAsked(page.question);
  if (facts.length === 0) return null;
  const stated = statedOn(page.snapshot).filter((one) => {
    const fact = facts.find(({ paths }) => paths.includes(one.path));
    return fact !== undefined && isAsked(page, one, names, fact.varies ? 1 : LEAST_NAMED);
  });
  const isIt = ({ fitting }: RankedFitting): boolean =>
    stated.every((one) => saysSame(one, fitting.value)) && isPresent(page, fitting);
  return stated.length === 0 ? null : (ranked.slice(0, FEW).find(isIt) ?? null);
}

/** What is stated beside the text; a feed or a table of data is the text. */
const BESIDE_TEXT = new Set(['json-ld', 'microdata', 'open-graph', 'meta']);

/** Whether it is stated of what is asked: all words of the item name it, or it is the page's own, as the item is. */
function isAsked({ question }: AskedPage, { syntax, entity }: Stated, names: Names, least: number): boolean {
  const { language, exclude = [] } = question;
  const name = [entity.name, entity.headline].find((text) => typeof text === 'string') ?? '';
  const [words, item] = [slotWords(name, language), itemWords(question)];
  const isIn = (some: readonly string[]): boolean => some.length > 0 && some.every((word) => words.includes(word));
  if (!BESIDE_TEXT.has(syntax) || exclude.some((one) => isIn(slotWords(one, language)))) return false;
  const isOfPage = syntax === 'open-graph' || syntax === 'meta';
  const isOwn = isOfPage || (words.length > 0 && words.every((word) => names.has(word)));
  return isIn(item) || (isOwn && isAbout(question, names, least));
}

/** A date among reviews and comments is theirs; an amount beside a smaller one may be the old price. */
function isPresent(page: AskedPage, fitting: Fitting): boolean {
  if (fitting.kind === 'date') return ((page.index.regions[fitting.node] ?? 0) & REGION.reviews) === 0;
  return !isUndercut(page, fitting);
}

const pageWords = new Set(WORDS.page.split(' | '));

/** Without what people call any page: "the article". */
function itemWords({ item, language }: Question): string[] {
  return item === null ? [] : slotWords(item, language).filter((word) => !pageWords.has(word));
}

/** The words by which a page is named. */
function namesOf({ question, snapshot, index: { h1, text } }: AskedPage): Names {
  const address = snapshot.finalUrl.replace(/[^\p{L}\p{N}]+/gu, ' ');
  const names = [snapshot.title, address, h1 ? text.slice(h1.start, h1.end) : ''];
  return new Set(names.flatMap((name) => slotWords(name, question.language)));
}

function isAbout(question: Question, names: Names, least: number): boolean {
  const words = itemWords(question);
  return words.filter((word) => names.has(word)).length >= least * words.length;
}

/** A date or a bare number of the page's own part whose label is the property's words, and no other has that label. */
function statedInPair(page: AskedPage, ranked: readonly RankedFitting[], names: Names): RankedFitting | null {
  const { question, snapshot } = page;
  if (!isAbout(question, names, LEAST_NAMED)) return null;
  const asked = labelWords(question, question.property, question.language);
  const languages = [question.language, snapshot.language ?? 'en'];
  const isPair = ({ fitting }: RankedFitting): boolean => {
    const label = labelOf(page, fitting);
    return label !== null && languages.some((language) => labelWords(question, label, language) === asked);
  };
  const found = ranked.slice(0, FEW).find(isPair);
  if (found === undefined) return null;
  const { start, value } = found.fitting;
  const [label, said] = [labelOf(page, found.fitting), JSON.stringify(value)];
  const isOther = (one: Fitting): boolean => one.start !== start && JSON.stringify(one.value) !== said;
  const isElsewhere = page.fitting.some((one) => isOther(one) && labelOf(page, one) === label);
  return isElsewhere || ranked.some((one) => isOther(one.fitting) && isPair(one)) ? null : found;
}

/** The price where the page is named by all words of the item and its own part has no other amount. */
function statedAlone(page: AskedPage, ranked: readonly RankedFitting[], names: Names): RankedFitting | null {
  const { question, index, fitting } = page;
  const isPrice = factsAsked(question).some(({ varies }) => varies);
  if (!isPrice || itemWords(question).length === 0 || !isAbout(question, names, 1)) return null;
  const isOwn = (one: Fitting): boolean => one.kind === 'money' && ((index.regions[one.node] ?? 0) & ELSEWHERE) === 0;
  const [only, ...others] = new Set(fitting.filter(isOwn).map(({ value }) => JSON.stringify(value)));
  const isIt = (one: Fitting): boolean => isOwn(one) && one.value.type === 'number' && one.value.unit === question.unit;
  if (only === undefined || others.length > 0) return null;
  return ranked.slice(0, FEW).find((one) => isIt(one.fitting)) ?? null;
}

/** Dates by whatever they are called ("Updated", "Last modified"); counts by the very words, less "number of". */
function labelWords({ factType }: Question, text: string, language: string): string {
  const named = factType === 'number' ? slotWords(text, language) : namedWords(text, language);
  const words = new Set(named.filter((word) => !namedWords(word, language).includes('#count')));
  if (words.has('#last updated')) words.delete('#newest');
  if (words.size > 1) words.delete('#date');
  return [...words].sort().join(' ');
}

/** What separates pairs of a label and a value in one line. */
const CUT = /[|•·]|\s[–—-]\s/;
const ELSEWHERE = REGION.navigation | REGION.footer | REGION.related | REGION.dialog;

/** What names the place of a date or a bare number; null for all else, and for a piece of a longer number. */
function labelOf({ index }: AskedPage, fitting: Fitting): string | null {
  const { kind, node, value, end } = fitting;
  const isCount = kind === 'number' && value.type === 'number' && value.unit === null;
  if (!(kind === 'date' || isCount) || ((index.regions[node] ?? 0) & ELSEWHERE) !== 0) return null;
  if (/^[,.]? ?\d/.test(index.text.slice(end, end + 3))) return null;
  return labelAt(index, fitting)?.split(CUT).at(-1)?.trim().toLowerCase() ?? null;
}
