import type { Reading } from '@/domain/contract/reading';
import type { Span } from '@/domain/snapshot';
import { type Job, termScore } from './candidates';
import { brokenPart, emptyList } from './empty';
import { titleOf } from './entry-title';
import { headingChain } from './heading-chain';
import { withoutInserts } from './inserts';
import { ancestors, anyWithin, nodeAt, type PageIndex } from './page-index';
import { itemMissing } from './rank';
import { ownLines, titled, withoutRepeats } from './repeats';

const MAX_ITEMS = 500;
const MAX_QUOTE = 1_500;

interface EntryList {
  parent: number;
  entries: number[];
  score: number;
}

/** Reads the entries of the page's main list (jobs, releases, listings, news), each by its title as it stands there. */
export function readEntries(job: Job): Reading {
  const lists = listsOf(job).sort((one, other) => other.score - one.score);
  const empty = emptyList(job, []);
  const best = lists[0];
  if (empty !== null && (best === undefined || best.score < 1.2 || isElsewhere(job, startOf(empty), best)))
    return empty;
  const broken = brokenPart(job);
  if (broken !== null && (best === undefined || isElsewhere(job, broken.start, best))) {
    return { found: 'missing', reason: `The list did not load: “${broken.text}”.`, refused: [] };
  }
  const missing = itemMissing(job);
  if (missing !== null && !listsWhatIsAsked(job, best)) return { found: 'missing', reason: missing, refused: [] };
  if (best === undefined || best.score < 0.3) {
    return empty ?? { found: 'missing', reason: 'The page shows no list of entries.', refused: [] };
  }
  return filtered(job, best);
}

const startOf = (reading: Reading): number =>
  reading.found === 'absent' ? (reading.span?.start ?? Number.MAX_VALUE) : Number.MAX_VALUE;

/** "Any new Rust job" of a page of open positions that does not say Rust: the list is the right one, without any yet. */
function listsWhatIsAsked(job: Job, list: EntryList | undefined): boolean {
  const first = job.page.nodes[list?.entries[0] ?? -1];
  return list !== undefined && first !== undefined && namedBy(job, list.parent, first) >= 0.55;
}

/**
 * "New nurse jobs at X": words of the item that the page's head does not say choose among the entries. Where no entry
 * has them there is none now; one that comes later is then new.
 */
function filtered(job: Job, { entries }: EntryList): Reading {
  const { page } = job;
  const head = page.head;
  const chosen = job.places.words.filter(
    ({ word, inTitle, offsets }) =>
      word.weight >= 1 &&
      !inTitle &&
      !(head !== undefined && anyWithin(offsets, head)) &&
      !isHeading(job, offsets) &&
      (offsets.length === 0 || isOfEntries(page, entries, offsets)),
  );
  const fits = (entry: number): boolean => {
    const node = page.nodes[entry];
    return node !== undefined && chosen.every(({ offsets }) => anyWithin(offsets, node));
  };
  const left = chosen.length === 0 ? entries : entries.filter(fits);
  if (left.length > MAX_ITEMS) job.kept.cut ??= { of: 'entries', readTo: MAX_ITEMS };
  if (left.length > 0) return listReading(page, left);
  const all = listReading(page, entries);
  if (all.found !== 'value') return all;
  return { found: 'absent', quote: all.quote, span: all.span, locator: null, refused: [] };
}

/** Said in an entry, and not in the site's own frame: a word that stands beside the list is of the list as a whole. */
function isOfEntries(page: PageIndex, entries: number[], offsets: number[]): boolean {
  if (offsets.some((offset) => page.regions[nodeAt(page, offset, offset + 1)] === 'chrome')) return false;
  return entries.some((entry) => {
    const node = page.nodes[entry];
    return node !== undefined && anyWithin(offsets, node);
  });
}

/** Words of a section's heading are of the whole section. */
function isHeading({ page }: Job, offsets: number[]): boolean {
  return page.headings.some((heading) => page.entries[heading.node] === -1 && anyWithin(offsets, heading));
}

/** "No open positions" answers for its section: a list under a later heading is of something else. */
function isElsewhere({ page }: Job, said: number, { entries }: EntryList): boolean {
  const start = page.nodes[entries[0] ?? -1]?.start ?? 0;
  return said < start && headingChain(page, said)[0] !== headingChain(page, start)[0];
}

/** The reading of one list of entries: each title as text; the quote is the list itself, or its first title. */
function listReading(page: PageIndex, entries: number[]): Reading {
  const titles = entries.slice(0, MAX_ITEMS).map((entry) => titleOf(page, entry));
  const kept = withoutRepeats(titles.map((title, at) => titled(page, entries[at] ?? -1, title)));
  const own = ownLines(kept);
  const items = kept.map(({ title }, at) => {
    const text = page.text.slice(title.start, title.end);
    return (own[at] ? `${text} · ${own[at]}` : text).slice(0, 500);
  });
  const first = titles[0] ?? { start: 0, end: 0 };
  const last = titles.at(-1) ?? first;
  const whole = { start: first.start, end: Math.min(last.end, first.start + MAX_QUOTE) };
  return {
    found: 'value',
    value: { type: 'object', items },
    quote: page.text.slice(whole.start, whole.end),
    span: whole,
    locator: null,
    refused: [],
  };
}

function listsOf(job: Job): EntryList[] {
  const { page } = job;
  const lists: EntryList[] = [];
  for (const [parent, children] of page.children.entries()) {
    const entries = children.filter((child) => page.entries[child] === child && page.regions[child] === 'main');
    const terms = page.nodes[parent]?.tag === 'dl' ? termsOf(page, children) : [];
    if (terms.length > 1) lists.push({ parent, entries: terms, score: scoreOf(job, parent, terms) });
    if (entries.length === 0) continue;
    const body = withoutInserts(
      page,
      entries.filter((entry) => !isHeaderRow(job, entry)),
    );
    for (const part of partsOf(page, children, body)) {
      lists.push({ parent, entries: part, score: scoreOf(job, parent, part) });
    }
  }
  return lists;
}

/** A definition list whose terms are links or headings lists them: "Café Supervisor — closing date 11 December". */
function termsOf(page: PageIndex, children: number[]): number[] {
  const isTerm = (child: number): boolean =>
    page.nodes[child]?.tag === 'dt' && page.regions[child] === 'main' && holdsTag(page, child, /^(h[2-6]|a)$/);
  return children.filter(isTerm);
}

/** A heading between entries ("Recently sold") begins another list of the same parent. */
function partsOf(page: PageIndex, children: number[], body: number[]): number[][] {
  const wanted = new Set(body);
  const parts: number[][] = [[]];
  for (const child of children) {
    if (wanted.has(child)) parts.at(-1)?.push(child);
    else if (/^h[1-6]$/.test(page.nodes[child]?.tag ?? '')) parts.push([]);
  }
  return parts.filter((part) => part.length > 0);
}

function isHeaderRow(job: Job, entry: number): boolean {
  const cell = job.cells.get(job.page.children[entry]?.[0] ?? -1);
  return cell !== undefined && cell.row.index < cell.row.table.headerRows;
}

/** A list of content has a heading that says so, entries with titles of some length, links, and more than one of them. */
function scoreOf(job: Job, parent: number, entries: number[]): number {
  const { page } = job;
  const node = page.nodes[parent];
  const firstEntry = page.nodes[entries[0] ?? -1];
  if (node === undefined || firstEntry === undefined) return 0;
  const lengths = entries.map((entry) => titleOf(page, entry)).map(({ start, end }) => end - start);
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  let score = Math.min(1, Math.log2(entries.length + 1) / 4);
  if (average >= 12) score += 0.5;
  if (average < 4) score -= 0.8;
  const bodies = entries.filter((entry) => ['li', 'article', 'tr'].includes(page.nodes[entry]?.tag ?? '')).length;
  if (bodies === entries.length) score += 0.2;
  const titled = entries.filter((entry) => holdsTag(page, entry, /^(h[2-6]|a)$/)).length;
  score += 0.5 * (titled / entries.length);
  // Nested repeats (the tags of a job, the buttons of a card) are no list of their own.
  if ([...ancestors(page, parent)].some((above) => page.entries[above] === above && page.entries[above] !== -1))
    score -= 0.8;
  const names = namesOf(page, parent);
  const headings = headingsOver(page, firstEntry);
  const named = namedBy(job, parent, firstEntry);
  score += named;
  const own = headings[0];
  if (own !== undefined && job.places.total > 0) {
    const heading = headingChain(page, firstEntry.start)[0];
    if (
      heading !== undefined &&
      heading.level > 1 &&
      job.places.words.some(({ word, offsets }) => word.weight >= 1 && anyWithin(offsets, heading))
    )
      score += 0.6;
  }
  if (/(filter|facet|sort|pagination|pager|tab(s|list)?|tag(s)?|share|social|step|menu)\b/i.test(names)) score -= 1;
  return score;
}

function namesOf(page: PageIndex, parent: number): string {
  const { class: classes, id, 'aria-label': label } = page.nodes[parent]?.attributes ?? {};
  return `${classes ?? ''} ${id ?? ''} ${label ?? ''}`.replace(/[-_]+/g, ' ');
}

function headingsOver(page: PageIndex, entry: Span): string[] {
  return headingChain(page, entry.start).map((heading) => page.text.slice(heading.start, heading.end));
}

/** How surely the list's own name or a heading over it says that it lists what is asked for. */
function namedBy(job: Job, parent: number, entry: Span): number {
  return hintShare(job, [namesOf(job.page, parent), ...headingsOver(job.page, entry)]);
}

function hintShare(job: Job, texts: string[]): number {
  const best = texts.map((text) => termScore(job, text));
  return Math.max(0, ...best);
}

function holdsTag(page: PageIndex, entry: number, tags: RegExp): boolean {
  const node = page.nodes[entry];
  if (node === undefined) return false;
  if (tags.test(node.tag)) return true;
  for (let index = entry + 1; index < page.nodes.length; index++) {
    const below = page.nodes[index];
    if (below === undefined || below.start >= node.end) return false;
    if (tags.test(below.tag)) return true;
  }
  return false;
}
