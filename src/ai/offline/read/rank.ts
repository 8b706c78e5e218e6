import type { Locator, Reading, RefusedCandidate } from '@/domain/contract/reading';
import type { Span } from '@/domain/snapshot';
import type { FactValue } from '@/domain/value/value';
import { itemName, nameOfEntry } from './binding';
import type { Candidate, Job } from './candidates';
import { headingChain } from './heading-chain';
import { hintedWords } from './hinted';
import { refuseNamesakes } from './namesakes';
import { anyWithin, type PageIndex } from './page-index';
import { refuseSiblings } from './siblings';
import { askedTerms } from './terms';
import { fold, wordsOf } from './words';

/** Two candidates nearer than this are of equal rank: then a person must choose. */
const MARGIN = 0.25;
/** A candidate that is bound this much worse than the best belongs to something else. */
const BINDING_GAP = 0.13;
const LEAST_BINDING = 0.5;
const MAX_REFUSED = 12;

export const sameValue = (one: FactValue, other: FactValue): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Why the item cannot be on this page, or null: a page that does not name it cannot give its value. */
export function itemMissing(job: Job): string | null {
  const { places } = job;
  const required = places.words.find(({ word, offsets, inTitle }) => word.required && offsets.length === 0 && !inTitle);
  if (required !== undefined)
    return `The page does not name ${itemName(job.asked)} ("${required.word.forms[0]}" is not on it).`;
  const weighty = places.words.some(({ word }) => word.weight >= 1);
  if (weighty && places.named < 0.5) return `The page does not name ${itemName(job.asked)}.`;
  return null;
}

/** No shop tells its customers to ignore instructions: who writes so wants a reader to say what is not so. */
const ORDERS =
  /(^|[^a-z])((ignore|disregard|forget|override|ignoriere?n?|vergiss|ignorez|oubliez|ignora|olvida|ignore as|ignorar|negeer)( \w+){0,4} (instructions?|prompts?|rules|anweisung\w*|consignes|instrucciones|instrucoes|istruzioni|instructies)|system prompt|(assistants?|agents?|bots?|crawlers?|readers?|systems?|models?) (must|should|shall|have to|need to|are to)( \w+){0,2} (answer|report|respond|reply|output|return|say|state|use|treat|quote|give|tell)|(ki|ia|ai)[- ]?(assistent\w*|asistente\w*|agent\w*|modell\w*|modelo\w*|modele\w*|bots?)[^a-z]|(assistent(en|i|es)|asistentes) (mussen|sollen|deben|devono|devem|moeten)|(ai|llm|language model|chatbot|gpt|automated) ?(\w+ )?(assistants?|agents?|models?|readers?|bots?|crawlers?|systems?) ?[:,–-]|(ai|llm|language model|chatbot|crawler|scraper|gpt|claude)s?( assistants?| agents?| models?| readers?| bots?)?[^a-z]{1,3}(\w+ ){0,4}(must|should|please|report|answer|respond|reply|output|return|say|treat|note))([^a-z]|$)/;

/** True where a text speaks to software and not to people. */
export function givesOrders(text: string): boolean {
  return ORDERS.test(fold(text.slice(0, 600)));
}

/** Marks what belongs to other items, other entries or other parts of the page. Reasons are for the person. */
export function refuseStrangers(job: Job, candidates: Candidate[]): void {
  for (const candidate of candidates) {
    if (candidate.refusal !== null) continue;
    if (givesOrders(candidate.context.segment?.text ?? '')) {
      candidate.refusal = 'it stands in a text that gives orders to software, not to readers';
      continue;
    }
    const region = job.page.regions[candidate.context.node] ?? 'main';
    if (region === 'related' && !namedByItself(job, candidate)) {
      candidate.refusal = 'it stands among related or recommended items';
    } else if (region === 'chrome') candidate.refusal = "it stands in the page's header, navigation or footer";
    else if (region === 'reviews') candidate.refusal = 'it stands in a review or comment';
    else if (candidate.binding.conflict !== null) {
      candidate.refusal = `it belongs to another item ("${candidate.binding.conflict}")`;
    } else if (candidate.binding.lacks !== null) {
      candidate.refusal = `it is not near the words "${itemName(job.asked)}"`;
    }
  }
  if (job.places.total > 0) refuseOtherEntries(job, candidates);
  if (job.places.total > 0) refuseGeneral(job, candidates);
  if (job.places.total > 0) refuseSiblings(job, candidates);
  if (job.places.total > 0) refuseNamesakes(job, candidates);
}

/**
 * Where one row or card names what the page's head does not (a component, a branch, a size), what the page says in
 * general is not said of it.
 */
function refuseGeneral(job: Job, candidates: Candidate[]): void {
  const head = job.page.head;
  const special = job.places.words.filter(
    ({ word, inTitle, offsets }) =>
      word.weight >= 1 && !inTitle && offsets.length > 0 && !(head !== undefined && anyWithin(offsets, head)),
  );
  if (special.length === 0) return;
  const isOfLines = job.asked.kind === 'availability' || /plain/.test(job.page.snapshot.contentType);
  const namesAll = (span: Span): boolean => special.every(({ offsets }) => anyWithin(offsets, span));
  const isNamed = ({ binding, context, refusal }: Candidate): boolean => {
    const entry = job.page.nodes[binding.entry];
    const row = job.page.nodes[context.cell?.row.node ?? -1];
    // "Click & Collect, Leeds: out of stock" is a line of its own.
    const line = (context.segment?.text.length ?? 999) <= (isOfLines ? 120 : 60);
    return (
      refusal === null &&
      [entry, row, line ? (context.segment ?? undefined) : undefined].some(
        (span) => span !== undefined && span.end - span.start <= 600 && namesAll(span),
      )
    );
  };
  const named = candidates.filter(isNamed);
  if (named.length === 0) return;
  for (const candidate of candidates) {
    const { binding, context } = candidate;
    const own = [...context.labels, ...(context.segment === null ? [] : [context.segment])];
    const parts = [...own, ...headingChain(job.page, candidate.span.start).filter(({ level }) => level > 1)];
    const near = special.every(({ offsets }) => parts.some((span) => anyWithin(offsets, span)));
    if (binding.entry === -1 && context.cell === null && !near && !named.includes(candidate)) {
      candidate.refusal ??= `it is said of the page in general, not of "${itemName(job.asked)}"`;
    }
  }
}

/** In a related block a card may still be the item that was asked for, when it names all of it and the page's main part does not. */
function namedByItself(job: Job, candidate: Candidate): boolean {
  const { segment } = candidate.context;
  const share = Math.max(entryShare(job, candidate.binding.entry), segment === null ? 0 : shareWithin(job, segment));
  return share >= 0.9 && job.places.inHead < share - 0.05;
}

/** How much of the item's weight an entry itself names. */
function entryShare(job: Job, entry: number): number {
  const node = job.page.nodes[entry];
  return node === undefined ? 0 : shareWithin(job, node);
}

function shareWithin(job: Job, span: Span): number {
  if (job.places.total === 0) return 0;
  const sum = job.places.words.reduce(
    (total, { word, offsets }) => total + (anyWithin(offsets, span) ? word.weight : 0),
    0,
  );
  return sum / job.places.total;
}

/** Of entries side by side, only those that name most of the item can hold its value. */
function refuseOtherEntries(job: Job, candidates: Candidate[]): void {
  const groups = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    for (let entry = candidate.binding.entry; entry >= 0; entry = outerEntry(job.page, entry)) {
      const parent = job.page.nodes[entry]?.parent ?? -1;
      groups.set(parent, [...(groups.get(parent) ?? []), candidate]);
    }
  }
  for (const [parent, group] of groups) {
    const shares = group.map((candidate) => entryShare(job, entryUnder(job.page, candidate, parent)));
    const best = Math.max(...shares);
    const entries = new Set(group.map((candidate) => entryUnder(job.page, candidate, parent)));
    if (entries.size < 2 && best === 0) continue;
    const bestEntries = group
      .filter((_, at) => best > 0 && (shares[at] ?? 0) >= best - 0.05)
      .map((candidate) => entryUnder(job.page, candidate, parent));
    const exact = exactEntries(job, bestEntries);
    for (const [at, candidate] of group.entries()) {
      const entry = entryUnder(job.page, candidate, parent);
      const other = (shares[at] ?? 0) < best - 0.05 || (exact !== null && !exact.has(entry));
      const stranger = other || (best < 0.3 && isNamedCard(job.page, entry));
      if (candidate.refusal === null && stranger) {
        candidate.refusal = `it belongs to another entry ("${nameOfEntry(job.page, entry)}")`;
      }
    }
  }
}

/** "King" beside "Super king": entries whose name is nothing but words of the item, where there are any. */
function exactEntries(job: Job, entries: number[]): Set<number> | null {
  const exact = new Set(entries.filter((entry) => isExactName(job, entry)));
  return exact.size === 0 ? null : exact;
}

const ARTICLES = new Set('the el la los las le les l der die das il lo gli o os as de het'.split(' '));

function isExactName(job: Job, entry: number): boolean {
  if (entry < 0) return false;
  const words = wordsOf(nameOfEntry(job.page, entry));
  const said = words.filter(({ stem }) => !ARTICLES.has(stem));
  return said.length > 0 && said.every(({ stem }) => job.places.words.some(({ word }) => word.forms.includes(stem)));
}

function outerEntry(page: PageIndex, entry: number): number {
  return page.entries[page.nodes[entry]?.parent ?? -1] ?? -1;
}

function entryUnder(page: PageIndex, candidate: Candidate, parent: number): number {
  let entry = candidate.binding.entry;
  while (entry >= 0 && page.nodes[entry]?.parent !== parent) entry = outerEntry(page, entry);
  return entry;
}

/** A card with a heading or link of two words or more is about a thing of its own, not a variant of the page's item. */
function isNamedCard(page: PageIndex, entry: number): boolean {
  const node = page.nodes[entry];
  if (node === undefined) return false;
  for (let index = entry + 1; index < page.nodes.length; index++) {
    const below = page.nodes[index];
    if (below === undefined || below.start >= node.end) return false;
    if (!/^(h[2-6]|a)$/.test(below.tag)) continue;
    const words = page.text.slice(below.start, below.end).match(/\p{L}{2,}/gu) ?? [];
    if (words.length >= 2) return true;
  }
  return false;
}

function totalOf(job: Job, candidate: Candidate): number {
  const { binding, label, prior } = candidate;
  const length = Math.max(10, job.page.text.length);
  const closeness = binding.reach === 0 ? 0 : 1 - Math.log(Math.max(2, binding.reach)) / Math.log(length);
  const aside = job.page.regions[candidate.context.node] === 'aside' ? 0.6 : 0;
  return 3 * binding.score + 2 * label + prior + 0.8 * closeness + 2.4 * candidate.beside - aside;
}

/**
 * The candidate that ranks first, as a reading; `ambiguous` where others of equal rank say otherwise; `missing` where
 * none is left. `margin` 0 takes the first in rank.
 */
export function decide(job: Job, candidates: Candidate[], nothing: string, margin = MARGIN): Reading {
  refuseStrangers(job, candidates);
  const absentItem = itemMissing(job);
  if (absentItem !== null) {
    for (const candidate of candidates) candidate.refusal ??= 'it belongs to something else than the item';
    return { found: 'missing', reason: absentItem, refused: refusedOf(candidates) };
  }
  const open = candidates.filter((candidate) => candidate.refusal === null);
  const best = Math.max(0, ...open.map((candidate) => candidate.binding.score));
  for (const candidate of open) {
    if (candidate.binding.score < best - BINDING_GAP || candidate.binding.score < LEAST_BINDING) {
      candidate.refusal = `it is not near the words "${itemName(job.asked)}"`;
    }
  }
  const left = open.filter((candidate) => candidate.refusal === null);
  const spoken = hintedWords(job, left);
  const termed = askedTerms(job, left);
  const ranked = left
    .map((candidate, at) => ({
      candidate,
      total: totalOf(job, candidate) + 0.4 * Math.min(3, spoken[at] ?? 0) + (termed[at] ? 0.6 : 0),
    }))
    .sort((one, other) => other.total - one.total || one.candidate.span.start - other.candidate.span.start);
  const first = ranked[0];
  if (first === undefined) return { found: 'missing', reason: nothing, refused: refusedOf(candidates) };
  const rivals = ranked.filter(
    ({ candidate, total }) => total > first.total - margin && !sameValue(candidate.value, first.candidate.value),
  );
  if (rivals.length > 0) {
    const remaining = [first, ...rivals].map(({ candidate }) =>
      refusedFrom(candidate, remainingReason(job, candidate)),
    );
    return { found: 'ambiguous', candidates: remaining.slice(0, 6), refused: refusedOf(candidates) };
  }
  for (const { candidate } of ranked.slice(1)) {
    if (!sameValue(candidate.value, first.candidate.value))
      candidate.refusal = 'another value fits the question better';
  }
  return valueReading(first.candidate, candidates, null);
}

export function valueReading(chosen: Candidate, all: Candidate[], locator: Locator | null): Reading {
  return {
    found: 'value',
    value: chosen.value,
    quote: chosen.quote,
    span: chosen.span,
    locator,
    refused: refusedOf(all.filter((candidate) => candidate !== chosen)),
  };
}

/** Names a rival as the page does, without its value, which is what changes. */
function remainingReason(job: Job, candidate: Candidate): string {
  const name = nameOfEntry(job.page, candidate.binding.entry).replace(candidate.quote, ' ').replace(/\s+/g, ' ').trim();
  return name === '' ? 'it could be meant as well' : `it could be meant: "${name}"`;
}

function refusedFrom(candidate: Candidate, reason: string): RefusedCandidate {
  return { quote: candidate.quote.slice(0, 200), value: candidate.value, reason };
}

/** The refused ones with their reasons, each quote once, the nearest to the item first. */
function refusedOf(candidates: Candidate[]): RefusedCandidate[] {
  const seen = new Set<string>();
  return candidates
    .filter((candidate) => candidate.refusal !== null)
    .sort((one, other) => other.binding.score - one.binding.score)
    .flatMap((candidate) => {
      const key = `${candidate.quote}|${candidate.refusal}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [refusedFrom(candidate, candidate.refusal ?? '')];
    })
    .slice(0, MAX_REFUSED);
}
