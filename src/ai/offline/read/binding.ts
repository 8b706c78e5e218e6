import type { Span } from '@/domain/snapshot';
import { lowerBound } from './bounds';
import { conflictOf, isMeasure } from './conflict';
import type { Context } from './context';
import { equivalents } from './equivalents';
import { headingChain, headingsUpTo } from './heading-chain';
import type { ItemPlaces } from './item-words';
import { ownerOf } from './owner';
import { ancestors, anyWithin, type Heading, holder, offsetsOf, type PageIndex, sizeOf, wordIndex } from './page-index';
import type { Asked } from './question';
import { linesBefore, recordOf } from './records';
import { isCjk, stem, wordsOf } from './words';

/** How well a value is bound to the item: 0 to 1, and what speaks against it. */
export interface Binding {
  score: number;
  /** A required word of the item that only stands far away on the page, or null. */
  lacks: string | null;
  /** Another model, size or entry named next to the value, e.g. "1000xm5". */
  conflict: string | null;
  /** The entry (row, card, list item) that names the item, if it is one. */
  entry: number;
  /** Length of the tightest element that holds the value and the strongest word of the item. */
  reach: number;
}

export function placesOfItem(page: PageIndex, asked: Asked): ItemPlaces {
  const title = stemsJoined(`${page.snapshot.title} ${pathWords(page.snapshot.finalUrl)} ${ownerOf(page)}`);
  const words = asked.item.map((word) => {
    const forms = [...new Set(word.forms.flatMap((form) => equivalents(form)))];
    const offsets = [...new Set(forms.flatMap((form) => formOffsets(page, form)))].sort((a, b) => a - b);
    // Titles in Japanese run their words together.
    const isInTitle = (form: string): boolean =>
      title.includes(` ${form} `) || (form.length >= 2 && isCjk(form) && page.snapshot.title.includes(form));
    return { word, offsets, inTitle: forms.some(isInTitle) };
  });
  const isNamed = ({ offsets, inTitle }: { offsets: number[]; inTitle: boolean }): boolean =>
    offsets.length > 0 || inTitle;
  // Where the page has the proper name, a common noun that it does not say ("boleto", "graphics card") counts little.
  if (words.some((entry) => !entry.word.common && entry.word.weight >= 1 && isNamed(entry))) {
    for (const entry of words) if (entry.word.common && !isNamed(entry)) entry.word = { ...entry.word, weight: 0.1 };
  }
  const total = words.reduce((sum, { word }) => sum + word.weight, 0);
  const found = words.filter(isNamed);
  const named = total === 0 ? 1 : found.reduce((sum, { word }) => sum + word.weight, 0) / total;
  const head = page.head;
  const atHead = words.filter(({ offsets, inTitle }) => inTitle || (head !== undefined && anyWithin(offsets, head)));
  const inHead = total === 0 ? 1 : atHead.reduce((sum, { word }) => sum + word.weight, 0) / total;
  const missing = words.filter((entry) => !found.includes(entry)).map(({ word }) => word.forms[0] ?? '');
  return { words, total, inHead, named, missing };
}

function stemsJoined(text: string): string {
  const stems = wordsOf(text).map((word) => word.stem);
  const joined = stems.slice(1).map((word, at) => `${stems[at]}${word}`);
  return ` ${[...stems, ...joined].join(' ')} `;
}

function pathWords(url: string): string {
  try {
    // A fragment names a place in a page, or, in an address of ours, what its data is of.
    const { pathname, hash } = new URL(url);
    return decodeURIComponent(`${pathname} ${hash.slice(1)}`).replace(/[-_/.]+/g, ' ');
  } catch {
    return '';
  }
}

/** Offsets of a form: one word, a phrase, or a compound that the page may write apart ("WH 1000XM6", "256 GB"). */
function formOffsets(page: PageIndex, form: string): number[] {
  if (form.includes(' ')) return phraseOffsets(page, form.split(' '));
  const found = [...offsetsOf(page, form)];
  if (/\d/.test(form) && form.length > 1) found.push(...splitOffsets(page, form));
  return /\d/.test(form) ? found.filter((at) => !isMeasure(page, at, form)) : found;
}

function phraseOffsets(page: PageIndex, phrase: string[]): number[] {
  const [first = '', ...rest] = phrase.map(stem);
  return (page.places.get(first) ?? []).filter((offset) => {
    const at = wordIndex(page, offset);
    return rest.every((word, step) => page.words[at + 1 + step]?.stem === word);
  });
}

function splitOffsets(page: PageIndex, form: string): number[] {
  const found: number[] = [];
  for (let cut = 1; cut < form.length; cut++) {
    for (const offset of page.places.get(form.slice(0, cut)) ?? []) {
      const at = wordIndex(page, offset);
      let joined = form.slice(0, cut);
      for (let next = at + 1; joined.length < form.length && next < at + 4; next++) {
        const word = page.words[next];
        if (word === undefined || word.start - (page.words[next - 1]?.end ?? 0) > 1) break;
        joined += word.stem;
      }
      if (joined === form) found.push(offset);
    }
  }
  return found;
}

const NEAR = [1, 0.96, 0.9, 0.85, 0.35];

/** Binds a value to the item: every word of the item counts by how near to the value the page names it. */
export function bind(page: PageIndex, places: ItemPlaces, context: Context): Binding {
  const entry = page.entries[context.node] ?? -1;
  if (places.words.length === 0) return { score: 1, lacks: null, conflict: null, entry, reach: 0 };
  const scopes = scopesOf(page, context);
  const headings = headingChain(page, context.segment?.start ?? 0);
  let sum = 0;
  let reach = 0;
  let strongest = 0;
  let lacks: string | null = null;
  for (const { word, offsets, inTitle } of places.words) {
    const tier = tierOf(scopes, headings, ofOthers(page, context, offsets), inTitle);
    // A page that is about the item names it in its head; nearer mentions then say little more.
    sum += word.weight * (tier === 3 && places.inHead >= 0.95 ? 0.93 : (NEAR[tier] ?? 0));
    if (word.required && tier > 3) lacks ??= word.forms[0] ?? '';
    if (word.weight > strongest && tier < 5) {
      strongest = word.weight;
      reach = reachOf(page, context.node, offsets);
    }
  }
  const conflict = conflictOf(page, places, context, scopes);
  return { score: sum / places.total, lacks, conflict, entry, reach };
}

/** Spans by nearness: the value's own texts (segment, row, headers), then its tight elements, then its section. */
function scopesOf(page: PageIndex, context: Context): Span[][] {
  const own: Span[] = [];
  const record = context.segment === null ? null : recordOf(page, context.segment);
  const isOwn = ({ start }: Span): boolean => record?.some((line) => line.start <= start && start < line.end) ?? true;
  if (context.segment !== null) own.push(context.segment);
  for (const label of context.labels) if (isOwn(label)) own.push(label);
  if (context.cell !== null) for (const cell of context.cell.row.cells) own.push(cell);
  const isPlain = /plain/.test(page.snapshot.contentType);
  const near: Span[] = [];
  const section: Span[] = [];
  for (const above of ancestors(page, context.node)) {
    const node = page.nodes[above];
    if (node === undefined || node.tag === 'body' || node.tag === 'main') break;
    const size = sizeOf(page, above);
    if (size <= 320 && !isPlain && !['table', 'tbody', 'ul', 'ol', 'dl'].includes(node.tag)) near.push(node);
    else if (size <= 1_500) section.push(node);
    else break;
  }
  // JSON and plain text have no elements to bind by: what was named in the lines just before holds.
  if (context.segment !== null && !/html|xml/.test(page.snapshot.contentType)) {
    near.push(...(record ?? linesBefore(page, context.segment)));
  }
  return [own, near, section];
}

/** A word's offsets, and those of them that do not stand in entries or cells beside the value's own. */
interface Offsets {
  all: number[];
  shared: number[];
}

/** What other rows, columns and cards say is not said of this one. */
function ofOthers(page: PageIndex, context: Context, all: number[]): Offsets {
  const table = context.cell === null ? undefined : page.nodes[context.cell.row.table.node];
  const apart = table === undefined ? all : without(all, table);
  let shared = outsideOtherTerms(page, context.node, apart);
  if (shared.length === 0) return { all, shared };
  for (let entry = page.entries[context.node] ?? -1, depth = 0; entry >= 0 && depth < 4; depth++) {
    const parent = page.nodes[entry]?.parent ?? -1;
    const own = page.nodes[entry];
    const outer = page.nodes[parent];
    if (own === undefined || outer === undefined) break;
    shared = shared.slice(0, 60).filter((at) => {
      if (at < outer.start || at >= outer.end || (at >= own.start && at < own.end)) return true;
      const beside = childAt(page, parent, at);
      return beside === -1 || page.entries[beside] !== beside;
    });
    entry = page.entries[parent] ?? -1;
  }
  return { all, shared };
}

/** The sorted offsets that do not stand in the span. */
function without(offsets: number[], { start, end }: Span): number[] {
  const [first, last] = [lowerBound(offsets, start), lowerBound(offsets, end)];
  return first === last ? offsets : [...offsets.slice(0, first), ...offsets.slice(last)];
}

/** In a list of terms that name things of one kind (branches, dates), the other terms name others. */
function outsideOtherTerms(page: PageIndex, node: number, all: number[]): number[] {
  const own = all.length === 0 ? undefined : descriptionAbove(page, node);
  if (own === undefined) return all;
  const terms = (page.children[page.nodes[own]?.parent ?? -1] ?? []).filter((child) => page.nodes[child]?.tag === 'dt');
  const mine = terms.findLast((term) => term < own);
  const others = terms.flatMap((term) => (term === mine ? [] : (page.nodes[term] ?? [])));
  return all.filter((at) => !others.some(({ start, end }) => at >= start && at < end));
}

/** A description with the term that it is of. */
export function termAndDescription(page: PageIndex, node: number): Span | null {
  const own = descriptionAbove(page, node);
  const description = page.nodes[own ?? -1];
  if (own === undefined || description === undefined) return null;
  const siblings = page.children[description.parent] ?? [];
  const term = page.nodes[siblings.findLast((child) => child < own && page.nodes[child]?.tag === 'dt') ?? -1];
  return term === undefined ? null : { start: term.start, end: description.end };
}

function descriptionAbove(page: PageIndex, node: number): number | undefined {
  for (const above of ancestors(page, node)) {
    const tag = page.nodes[above]?.tag ?? 'body';
    if (tag === 'dd') return above;
    if (/^(dl|main|body|table|section)$/.test(tag)) return undefined;
  }
  return undefined;
}

function childAt(page: PageIndex, parent: number, offset: number): number {
  return holder(page, page.children[parent] ?? [], offset, offset + 1);
}

function tierOf(scopes: Span[][], headings: Heading[], { all, shared }: Offsets, inTitle: boolean): number {
  for (const [tier, spans] of scopes.entries()) {
    const offsets = tier === 0 ? all : shared;
    if (spans.some((span) => anyWithin(offsets, span))) return tier;
    if (tier === 1 && headings.some((heading) => heading.level > 1 && anyWithin(offsets, heading))) return 2;
  }
  if (inTitle || headings.some((heading) => anyWithin(shared, heading))) return 3;
  return all.length > 0 ? 4 : 5;
}

function reachOf(page: PageIndex, node: number, offsets: number[]): number {
  for (const above of ancestors(page, node)) {
    const span = page.nodes[above];
    if (span !== undefined && anyWithin(offsets, span)) return span.end - span.start;
  }
  return page.text.length;
}

/** The item as the person wrote it, for sentences. */
export function itemName(asked: Asked): string {
  return asked.question.item ?? 'the page';
}

/** The entry's own name, as the page writes it: its first heading, link or line. */
export function nameOfEntry(page: PageIndex, entry: number): string {
  const node = page.nodes[entry];
  if (node === undefined) return '';
  let heading: Heading | undefined;
  for (let at = headingsUpTo(page, node.start - 1); heading === undefined && at < page.headings.length; at++) {
    const head = page.headings[at];
    if (head === undefined || head.start >= node.end) break;
    if (head.end <= node.end) heading = head;
  }
  const text = heading ? page.text.slice(heading.start, heading.end) : page.text.slice(node.start, node.end);
  return (text.split(/[\n\t]/)[0] ?? '').trim().slice(0, 80);
}
