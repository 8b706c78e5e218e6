import type { Span } from '@/domain/snapshot';
import { type Candidate, type Job, termScore } from './candidates';
import { headingChain } from './heading-chain';
import type { ItemWord } from './item-words';
import { ancestors, anyWithin, type Heading, nodeAt, type PageIndex } from './page-index';
import { columnHeaders, rowHeaders } from './tables';
import { wordsOf } from './words';

interface Special {
  word: ItemWord;
  offsets: number[];
}

/** Rows, cards and terms by their parent: the words that each is named by. */
export type Parts<Word> = Map<number, Map<number, Set<Word>>>;

interface Siblings {
  special: Special[];
  total: number;
  entries: Parts<Special>;
  headings: { heading: Heading; words: Set<Special> }[];
}

/** How much of what the page's head leaves open a neighbour must name, and the value's own part not. */
const LEAST_GAIN = 0.34;
const NAME_LENGTH = 60;

/**
 * Where one row, card, term, column or section is named by what the page's head leaves open ("Central Library", "size
 * M", "12 March"), a value in the one beside it is another's: also where the named one has no value now ("in transit").
 */
export function refuseSiblings(job: Job, candidates: Candidate[]): void {
  const siblings = siblingsOf(job);
  if (siblings === null) return;
  for (const candidate of candidates) {
    if (candidate.refusal !== null) continue;
    const name = betterNamed(job, siblings, candidate);
    if (name !== null) candidate.refusal = `it belongs to another entry than "${name.trim().slice(0, 60)}"`;
  }
}

const known = new WeakMap<Job['places'], Siblings | null>();

function siblingsOf(job: Job): Siblings | null {
  const before = known.get(job.places);
  if (before !== undefined) return before;
  const special = specialOf(job);
  const total = special.reduce((sum, { word }) => sum + word.weight, 0);
  const headings: Siblings['headings'] = [];
  const entries = nameParts(job.page, special);
  for (const heading of special.length === 0 ? [] : job.page.headings) {
    const words = new Set(special.filter(({ offsets }) => anyWithin(offsets, heading)));
    if (words.size > 0 && heading.level > 1) headings.push({ heading, words });
  }
  const siblings = special.length === 0 ? null : { special, total, entries, headings };
  known.set(job.places, siblings);
  return siblings;
}

/** Words by which rows say how they stand are no names of rows. */
export const STATE =
  /^(open|opens|close|closed|avail\w*|free|sold|stock|left|seat|ticket|frei|offen|libre|disponi\w+)$/;

function specialOf({ page, places }: Job): Special[] {
  const head = page.head;
  return places.words.filter(
    ({ word, inTitle, offsets }) =>
      word.weight >= 1 &&
      !inTitle &&
      offsets.length > 0 &&
      !STATE.test(word.forms[0] ?? '') &&
      !(head !== undefined && anyWithin(offsets, head)),
  );
}

export function nameParts<Word extends { offsets: number[] }>(page: PageIndex, words: Word[]): Parts<Word> {
  const parts: Parts<Word> = new Map();
  for (const word of words) for (const offset of word.offsets.slice(0, 200)) addParts(page, parts, word, offset);
  return parts;
}

function addParts<Word>(page: PageIndex, parts: Parts<Word>, word: Word, offset: number): void {
  let depth = 0;
  for (const index of ancestors(page, nodeAt(page, offset, offset + 1))) {
    const isPart = page.entries[index] === index || page.nodes[index]?.tag === 'dt';
    if (!isPart || !isInName(page, index, offset)) continue;
    const parent = page.nodes[index]?.parent ?? -1;
    const named = parts.get(parent) ?? new Map<number, Set<Word>>();
    named.set(index, (named.get(index) ?? new Set()).add(word));
    parts.set(parent, named);
    if (++depth === 3) return;
  }
}

/** A part is named by what stands first in it: "Colour: Walnut" is not named by "Walnut". */
function isInName(page: PageIndex, part: number, offset: number): boolean {
  let node = page.nodes[part];
  for (let at: number | undefined = part; at !== undefined && node !== undefined; at = page.children[at]?.[0]) {
    const first = page.nodes[at];
    if (first === undefined || first.start > node.start || offset >= first.end) break;
    node = first;
  }
  if (node === undefined) return false;
  const before = page.text.slice(node.start, offset);
  return before.length <= NAME_LENGTH && !/[\n\t:：]/.test(before);
}

function betterNamed(job: Job, siblings: Siblings, candidate: Candidate): string | null {
  const own = ownWords(job, siblings.special, candidate);
  const missing = siblings.special.filter((one) => !own.has(one));
  if (missing.length === 0) return null;
  return (
    byEntry(job, siblings, candidate, missing) ??
    byTerm(job, siblings, candidate, missing) ??
    byColumn(job, siblings, candidate, missing) ??
    byHeading(job, siblings, candidate, missing)
  );
}

/** The words that the value's own row, card, line, labels and headings name. */
function ownWords(job: Job, special: Special[], { context, binding, span }: Candidate): Set<Special> {
  const { page } = job;
  const spans: Span[] = [...context.labels, ...headingChain(page, span.start).filter(({ level }) => level > 1)];
  if (context.segment !== null) spans.push(context.segment);
  if (context.cell !== null) spans.push(...context.cell.row.cells, ...columnHeaders(context.cell));
  for (let entry = binding.entry, depth = 0; entry >= 0 && depth < 4; depth++) {
    const node = page.nodes[entry];
    if (node !== undefined && node.end - node.start <= 900) spans.push(node);
    entry = page.entries[node?.parent ?? -1] ?? -1;
  }
  return new Set(special.filter(({ offsets }) => spans.some((one) => anyWithin(offsets, one))));
}

function isGain({ total }: Siblings, words: ReadonlySet<Special> | undefined, missing: Special[]): boolean {
  if (words === undefined) return false;
  const gained = missing.filter((one) => words.has(one)).reduce((sum, { word }) => sum + word.weight, 0);
  return gained >= LEAST_GAIN * total;
}

/** "Price", "In stock": parts of one thing, not things of one kind. */
export function isOwnName(job: Job, text: string): boolean {
  const name = (text.split(/[\n\t]/)[0] ?? '').trim();
  return /\p{L}{3}/u.test(name) && termScore(job, name) < 0.45;
}

function byEntry(job: Job, siblings: Siblings, { binding, span }: Candidate, missing: Special[]): string | null {
  const { page } = job;
  for (let entry = binding.entry, depth = 0; entry >= 0 && depth < 4; depth++) {
    const node = page.nodes[entry];
    const parent = node?.parent ?? -1;
    const named = siblings.entries.get(parent);
    if (node !== undefined && named !== undefined && isOwnName(job, page.text.slice(node.start, span.start))) {
      for (const [other, words] of named) {
        const beside = page.nodes[other];
        if (other === entry || beside === undefined || beside.tag !== node.tag || isHeaderRow(job, other)) continue;
        if (isGain(siblings, words, missing)) return page.text.slice(beside.start, beside.end);
      }
    }
    entry = page.entries[parent] ?? -1;
  }
  return null;
}

export function isHeaderRow(job: Job, entry: number): boolean {
  const cell = job.cells.get(job.page.children[entry]?.[0] ?? -1);
  return cell !== undefined && cell.row.index < cell.row.table.headerRows;
}

function byTerm(job: Job, siblings: Siblings, { context }: Candidate, missing: Special[]): string | null {
  const { page } = job;
  for (const above of ancestors(page, context.node)) {
    const node = page.nodes[above];
    if (node === undefined || node.tag === 'dl') return null;
    if (node.tag !== 'dd') continue;
    const named = siblings.entries.get(node.parent);
    const mine = (page.children[node.parent] ?? []).findLast(
      (child) => page.nodes[child]?.tag === 'dt' && child < above,
    );
    const term = page.nodes[mine ?? -1];
    if (named === undefined || term === undefined || !isOwnName(job, page.text.slice(term.start, term.end)))
      return null;
    for (const [other, words] of named) {
      const beside = page.nodes[other];
      if (other !== mine && beside?.tag === 'dt' && isGain(siblings, words, missing))
        return page.text.slice(beside.start, beside.end);
    }
    return null;
  }
  return null;
}

function byColumn(job: Job, siblings: Siblings, { context }: Candidate, missing: Special[]): string | null {
  const { cell } = context;
  const own = cell === null ? undefined : columnHeaders(cell).at(-1);
  if (cell === null || own === undefined || !isOwnName(job, job.page.text.slice(own.start, own.end))) return null;
  const names = new Set(rowHeaders(cell).map(({ column }) => column));
  for (const head of own.row.cells) {
    // What stands over the names of the rows ("Branch") names no column of values.
    if (head === own || head.end - head.start > NAME_LENGTH || head.column === 0 || names.has(head.column)) continue;
    const words = new Set(missing.filter(({ offsets }) => anyWithin(offsets, head)));
    if (words.size > 0 && isGain(siblings, words, missing)) return job.page.text.slice(head.start, head.end);
  }
  return null;
}

/** Sections whose headings are little more than a name: "Central Library" and "Harbour Branch". */
function byHeading(job: Job, siblings: Siblings, { span }: Candidate, missing: Special[]): string | null {
  const { page } = job;
  const [nearest] = headingChain(page, span.start);
  if (nearest === undefined || nearest.level === 1) return null;
  if (!isOwnName(job, page.text.slice(nearest.start, nearest.end))) return null;
  for (const { heading, words } of siblings.headings) {
    const text = page.text.slice(heading.start, heading.end);
    const isBeside = heading !== nearest && heading.level === nearest.level;
    if (isBeside && wordsOf(text).length <= words.size + 2 && isGain(siblings, words, missing)) return text;
  }
  return null;
}
