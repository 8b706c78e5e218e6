import type { Locator, Question, Reading, Recipe } from '@/domain/contract/reading';
import type { Snapshot, Span } from '@/domain/snapshot';
import { type Candidate, type Job, startJob } from './offline/read/candidates';
import { ancestors, sizeOf } from './offline/read/page-index';
import { itemMissing, refuseStrangers } from './offline/read/rank';
import { collect, conclude, readOffline } from './offline/read/read';
import { columnHeaders, rowHeaders } from './offline/read/tables';
import { refuseValueless } from './offline/read/valueless';
import { fold, stemsOf } from './offline/read/words';
import { plainSpaces } from './quote';
import { matchSelector, selectorOf } from './recipe-selector';

const VERSION = 1;

/**
 * Compiles a verified reading into locators, best first: table headers, a stable selector with its label, the text
 * around it. Null where nothing stable marks the place. The recipe is only ever a short way to a candidate: what it
 * finds is judged and verified as any other reading.
 */
export function compileRecipe(question: Question, snapshot: Snapshot, reading: Reading): Recipe | null {
  if (reading.found !== 'value' || reading.span === null) return null;
  const job = startJob(question, snapshot, new Date(snapshot.loadedAt));
  // The page as text has no place of its own; reading it again is the recipe.
  if (job.asked.kind === 'page' || job.asked.kind === 'presence') return null;
  const { value } = reading;
  const locators = value.type === 'object' ? listLocators(job, reading.span) : valueLocators(job, reading.span);
  const all = value.type === 'object' ? [] : judged(job);
  // A locator that does not find the value on its own page is of no use.
  const kept = locators.filter((locator) => {
    const again = applyLocator(job, locator, all);
    return again?.found === 'value' && JSON.stringify(again.value) === JSON.stringify(value);
  });
  if (kept.length === 0) return null;
  return { version: VERSION, locators: kept.slice(0, 5), worksOnCheapLook: snapshot.look === 'cheap' };
}

/**
 * Reads by the recipe: the first locator that leads to one value wins; null on a miss (nothing there, another label,
 * another item, more than one value). The caller verifies the reading.
 */
export function applyRecipe(recipe: Recipe, question: Question, snapshot: Snapshot): Reading | null {
  if (recipe.version !== VERSION) return null;
  const job = startJob(question, snapshot, new Date(snapshot.loadedAt));
  if (itemMissing(job) !== null) return null;
  const all = question.factType === 'object' ? [] : judged(job);
  for (const locator of recipe.locators) {
    const reading = applyLocator(job, locator, all);
    if (reading?.found === 'value') return { ...reading, locator };
  }
  return null;
}

/**
 * A second reading that shares no kind of locator with the first: after a selector, cell or structured place the page
 * is read as bare text without any markup names; after a text anchor it is read by structure alone.
 */
export function readByOtherMeans(question: Question, snapshot: Snapshot, now: Date, first: Locator | null): Reading {
  if (first?.kind === 'text') return readOffline(question, snapshot, now);
  const bare: Snapshot = {
    ...snapshot,
    structured: [],
    nodes: snapshot.nodes.map((node) => ({ ...node, attributes: withoutNames(node.attributes) })),
  };
  return readOffline(question, bare, now);
}

const NAMES = new Set(['id', 'class', 'itemprop', 'itemtype', 'itemscope', 'name', 'data-testid', 'content', 'value']);

function withoutNames(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !NAMES.has(name)));
}

function valueLocators(job: Job, span: Span): Locator[] {
  const candidate = candidateAt(job, span);
  if (candidate === null) return [];
  const locators: Locator[] = [];
  const { cell } = candidate.context;
  if (cell !== null) {
    const row = rowHeaders(cell).map((head) => job.page.text.slice(head.start, head.end));
    const column = columnHeaders(cell).map((head) => job.page.text.slice(head.start, head.end));
    if (row.length > 0 || column.length > 0) {
      locators.push({ kind: 'cell', row, column: column.at(-1) ?? null, columnIndex: cell.column });
    }
  }
  const selector = tightSelector(job, candidate);
  if (selector !== null) locators.push({ kind: 'selector', selector, label: labelOf(candidate) });
  const anchor = textAnchor(job, candidate);
  if (anchor !== null) locators.push(anchor);
  return locators;
}

function candidateAt(job: Job, span: Span): Candidate | null {
  const all = collect(job);
  return (
    all.find((one) => one.span.start === span.start && one.span.end === span.end) ??
    all.find((one) => one.span.start >= span.start && one.span.end <= span.end) ??
    all.find((one) => one.span.start <= span.start && one.span.end >= span.end) ??
    null
  );
}

/** The tightest element around the value that has a stable name. */
function tightSelector(job: Job, candidate: Candidate): string | null {
  for (const above of ancestors(job.page, candidate.context.node)) {
    if (sizeOf(job.page, above) > candidate.quote.length * 3 + 160) return null;
    const selector = selectorOf(job.page.snapshot, above);
    if (selector !== null) return selector;
  }
  return null;
}

/** The text that names the value, if one does: a changed label means another fact. */
function labelOf(candidate: Candidate): string | null {
  const label = candidate.context.labels.find(
    ({ from }) => from === 'row' || from === 'above' || from === 'before' || from === 'below',
  );
  return candidate.label >= 0.5 && label !== undefined ? plainSpaces(label.text).slice(0, 100) : null;
}

function textAnchor(job: Job, candidate: Candidate): Locator | null {
  const { text } = job.page;
  const { segment } = candidate.context;
  if (segment === null) return null;
  const inLine = text.slice(Math.max(segment.start, candidate.span.start - 60), candidate.span.start);
  const above = job.page.segments[segment.index - 1]?.text ?? '';
  const before = /\p{L}{2}/u.test(inLine) ? inLine : above.slice(-60);
  const after = text.slice(candidate.span.end, Math.min(segment.end, candidate.span.end + 40));
  return /\p{L}{2}/u.test(before) ? { kind: 'text', before: withoutDigits(before), after: withoutDigits(after) } : null;
}

/** Numbers around a value change with it; the words stay. */
function withoutDigits(text: string): string {
  return plainSpaces(text).replace(/\d[\d.,]*/g, '#');
}

/** All candidates; strangers are told by comparing with all of them, not only with those at the place. */
function judged(job: Job): Candidate[] {
  const all = collect(job);
  refuseStrangers(job, all);
  refuseValueless(job, all);
  return all;
}

function applyLocator(job: Job, locator: Locator, all: Candidate[]): Reading | null {
  if (locator.kind === 'list') return applyList(job, locator.selector);
  const selected = locator.kind === 'selector' ? matchSelector(job.page.snapshot, locator.selector) : [];
  const here = all
    .filter((candidate) => isAt(job, candidate, locator, selected))
    .map((candidate) => ({ ...candidate }));
  return here.length === 0 ? null : conclude(job, here);
}

/** `selected`: the nodes that the locator's selector matches. */
function isAt(job: Job, candidate: Candidate, locator: Locator, selected: number[]): boolean {
  switch (locator.kind) {
    case 'cell':
      return isInCell(job, candidate, locator);
    case 'selector':
      return isInSelected(job, candidate, locator, selected);
    case 'text':
      return isAfterAnchor(job, candidate, locator);
    default:
      return false;
  }
}

function isInCell(job: Job, { context }: Candidate, locator: Locator & { kind: 'cell' }): boolean {
  const { cell } = context;
  if (cell === null) return false;
  const rows = rowHeaders(cell).map((head) => plainSpaces(job.page.text.slice(head.start, head.end)));
  const columns = columnHeaders(cell).map((head) => plainSpaces(job.page.text.slice(head.start, head.end)));
  const row = locator.row.length === 0 || locator.row.every((name) => rows.includes(plainSpaces(name)));
  const column =
    locator.column === null ? cell.column === locator.columnIndex : columns.includes(plainSpaces(locator.column));
  return row && column;
}

function isInSelected(
  job: Job,
  candidate: Candidate,
  locator: Locator & { kind: 'selector' },
  selected: number[],
): boolean {
  const inside = selected.some((index) => {
    const node = job.page.nodes[index];
    return node !== undefined && node.start <= candidate.span.start && node.end >= candidate.span.end;
  });
  return (
    inside &&
    (locator.label === null || candidate.context.labels.some(({ text }) => sameLabel(text, locator.label ?? '')))
  );
}

function sameLabel(text: string, label: string): boolean {
  const one = withoutDigits(fold(text));
  const other = withoutDigits(fold(label));
  if (one === other || (other.length >= 4 && one.includes(other))) return true;
  const [first, second] = [stemsOf(one), stemsOf(other)];
  const shared = [...second].filter((word) => first.has(word)).length;
  return second.size > 0 && shared / second.size >= 0.75;
}

function isAfterAnchor(job: Job, candidate: Candidate, locator: Locator & { kind: 'text' }): boolean {
  const anchor = textAnchor(job, candidate);
  if (anchor?.kind !== 'text') return false;
  const tail = (text: string): string => text.slice(-30).trim();
  return (
    tail(anchor.before) === tail(locator.before) &&
    (locator.after === '' || anchor.after.slice(0, 12) === locator.after.slice(0, 12))
  );
}

function listLocators(job: Job, span: Span): Locator[] {
  for (const [parent, children] of job.page.children.entries()) {
    const node = job.page.nodes[parent];
    const entries = children.filter((child) => job.page.entries[child] === child);
    if (node === undefined || entries.length === 0 || node.start > span.start || node.end < span.end) continue;
    const first = job.page.nodes[entries[0] ?? -1];
    if (first === undefined || first.end <= span.start) continue;
    for (const above of ancestors(job.page, parent)) {
      if (sizeOf(job.page, above) > sizeOf(job.page, parent) * 1.3 + 200) break;
      const selector = selectorOf(job.page.snapshot, above);
      if (selector !== null && !/^(main|body)$/.test(selector)) return [{ kind: 'list', selector }];
    }
  }
  return [];
}

/**
 * The entries of the one selected list; a list that says it is empty, or that is gone, is a miss for a reader to judge.
 */
function applyList(job: Job, selector: string): Reading | null {
  const selected = matchSelector(job.page.snapshot, selector, 3);
  const [only] = selected;
  if (selected.length !== 1 || only === undefined) return null;
  const reading = readOffline(job.asked.question, job.page.snapshot, job.now);
  if (reading.found !== 'value' || reading.span === null) return null;
  const node = job.page.nodes[only];
  const inside = node !== undefined && node.start <= reading.span.start && node.end >= reading.span.end;
  return inside ? reading : null;
}
