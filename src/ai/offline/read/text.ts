import type { Span } from '@/domain/snapshot';
import { type Candidate, candidatesOf, type Found, type Job, namesItem, termScore } from './candidates';
import { cellAbove } from './context';
import { hoursOfDay, isOfOtherDay } from './hours';
import { ancestors, type PageIndex, type Segment, sizeOf, textOf } from './page-index';
import { isStatus } from './status-words';
import { columnHeaders } from './tables';
import { wordsOf } from './words';

const LABEL_MAX = 70;
const VALUE_MAX = 400;

/** The texts next to a label ("Status: Delayed", a dd, a cell), or a status word in the entry of the item. */
export function textCandidates(job: Job): Candidate[] {
  const hours = hoursOfDay(job).map((span) => ({ ...span, prior: 3 }));
  const spans = [...labelledSpans(job), ...namedSpans(job), ...statusSpans(job), ...statesOfItem(job), ...hours];
  const candidates = candidatesOf(job, asFound(job, spans));
  for (const candidate of candidates) judge(job, candidate);
  return candidates;
}

interface Proposed extends Span {
  prior: number;
}

/** In page order and each place once: the strongest proposal for a place counts. */
function asFound(job: Job, spans: Proposed[]): Found[] {
  const byPlace = new Map<string, Proposed>();
  for (const span of spans) {
    const key = `${span.start}-${span.end}`;
    const known = byPlace.get(key);
    if (known === undefined || known.prior < span.prior) byPlace.set(key, span);
  }
  return [...byPlace.values()]
    .filter((span) => span.end > span.start && span.end - span.start <= VALUE_MAX)
    .sort((one, other) => one.start - other.start || one.end - other.end)
    .map((span) => ({
      ...span,
      value: { type: 'string', text: job.page.text.slice(span.start, span.end), unit: job.asked.question.unit },
    }));
}

function judge(job: Job, candidate: Candidate): void {
  if (isItemItself(job, candidate.quote)) candidate.refusal ??= 'it is the name of the item';
  const { cell } = candidate.context;
  if (cell?.header && cell.row.index < cell.row.table.headerRows) candidate.refusal ??= 'it heads a column';
  if (isOfOtherDay(job, candidate.quote)) candidate.refusal ??= 'it is of another day';
  if (candidate.context.struck) candidate.refusal ??= 'struck through: no longer valid';
  if (termScore(job, candidate.quote) > 0.8 && candidate.quote.length < 30)
    candidate.refusal ??= 'it is a label itself';
}

function isItemItself(job: Job, quote: string): boolean {
  const words = wordsOf(quote);
  return words.length > 0 && words.every(({ stem }) => job.asked.item.some(({ forms }) => forms.includes(stem)));
}

/** "Inish" as a dt, its dd "Cancelled today due to weather": what a list of states says of the item that it names. */
function statesOfItem(job: Job): Proposed[] {
  if (!asksStatus(job) || job.places.total === 0) return [];
  return job.segments.flatMap((segment) => {
    const next = job.page.segments[segment.index + 1];
    if (next === undefined || next.text.length > 120 || namesItem(job, segment.text) < 0.45) return [];
    return isDefinitionOf(job.page, segment, next) ? [{ start: next.start, end: next.end, prior: 0.5 }] : [];
  });
}

function asksStatus(job: Job): boolean {
  return job.terms.some(({ text }) => text === ' status ' || text === ' statu ');
}

/** What stands beside, below or in the cells of every text that names the property. */
function labelledSpans(job: Job): Proposed[] {
  const found: Proposed[] = [];
  for (const segment of job.segments) {
    const inline = inlineValue(job, segment);
    if (inline !== null) {
      found.push(inline);
      continue;
    }
    if (segment.text.length > LABEL_MAX) continue;
    const score = termScore(job, segment.text);
    if (score >= 0.5) found.push(...valuesOfLabel(job, segment, score));
  }
  return found;
}

/** "Status: Delayed" in one piece, or a label element followed by the value in the same line. */
function inlineValue(job: Job, segment: Segment): Proposed | null {
  const colon = /[:：]\s*/.exec(segment.text.slice(0, LABEL_MAX));
  if (colon !== null && colon.index > 0) {
    const score = termScore(job, segment.text.slice(0, colon.index));
    const start = segment.start + colon.index + colon[0].length;
    if (score >= 0.5 && start < segment.end) return { start, end: segment.end, prior: score };
  }
  for (const child of job.page.children[segment.node] ?? []) {
    const node = job.page.nodes[child];
    if (node === undefined || node.start !== segment.start || node.end >= segment.end) continue;
    const label = textOf(job.page, child);
    const rest = job.page.text.slice(node.end, segment.end);
    const gap = rest.length - rest.trimStart().length;
    const score = label.length <= LABEL_MAX ? termScore(job, label) : 0;
    if (score >= 0.7) return { start: node.end + gap, end: segment.end, prior: score };
  }
  return null;
}

function valuesOfLabel(job: Job, label: Segment, score: number): Proposed[] {
  const cell = cellAbove(job.page, job.cells, label.node);
  if (cell !== null) return cellValues(job, cell.node, score);
  const next = job.page.segments[label.index + 1];
  if (next === undefined || next.text.length > VALUE_MAX) return [];
  if (isDefinitionOf(job.page, label, next)) return [{ start: next.start, end: next.end, prior: score + 0.3 }];
  const shared = sharedSize(job.page, label, next);
  const isHeading = job.page.headings.some((heading) => heading.start <= label.start && label.end <= heading.end);
  if (shared <= Math.max(260, label.text.length + next.text.length + 120)) {
    return [{ start: next.start, end: next.end, prior: score - (isHeading ? 0.2 : 0) }];
  }
  return isHeading ? [{ start: next.start, end: next.end, prior: score - 0.5 }] : [];
}

/** A column header names the cells below it, a row header those to its right. */
function cellValues(job: Job, node: number, score: number): Proposed[] {
  const head = job.cells.get(node);
  if (head === undefined) return [];
  const { table } = head.row;
  const below =
    head.row.index < table.headerRows
      ? table.rows
          .slice(table.headerRows)
          .flatMap((row) => row.cells.filter((cell) => columnHeaders(cell).includes(head)))
      : [];
  const beside = head.row.index < table.headerRows ? [] : head.row.cells.filter((cell) => cell.column > head.column);
  return [...below, ...beside].map((cell) => ({ start: cell.start, end: cell.end, prior: score + 0.3 }));
}

function isDefinitionOf(page: PageIndex, label: Segment, value: Segment): boolean {
  const tagsOf = (node: number): string[] =>
    [...ancestors(page, node)].slice(0, 4).map((at) => page.nodes[at]?.tag ?? '');
  return tagsOf(label.node).includes('dt') && tagsOf(value.node).includes('dd');
}

function sharedSize(page: PageIndex, one: Span & { node: number }, other: Span): number {
  for (const above of ancestors(page, one.node)) {
    const node = page.nodes[above];
    if (node !== undefined && node.start <= one.start && node.end >= other.end) return sizeOf(page, above);
  }
  return page.text.length;
}

/** Elements that the author named after the property: id="status", itemprop="…", data-testid. */
function namedSpans(job: Job): Proposed[] {
  const found: Proposed[] = [];
  const strict: Job = { ...job, asked: { ...job.asked, hints: new Set() }, scores: new Map() };
  for (const [index, node] of job.page.nodes.entries()) {
    if (node.end - node.start > 160 || (job.page.children[index]?.length ?? 0) > 3) continue;
    const { id, itemprop } = node.attributes;
    const names = `${id ?? ''} ${itemprop ?? ''} ${node.attributes['data-testid'] ?? ''} ${node.attributes.class ?? ''}`;
    if (names.trim() === '' || /label|title|head|name/i.test(names)) continue;
    const words = names.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_]+/g, ' ');
    const score = termScore(strict, words);
    const text = job.page.text.slice(node.start, node.end);
    if (score >= 0.7 && !/[\n\t:：]/.test(text)) found.push({ start: node.start, end: node.end, prior: score - 0.6 });
  }
  return found;
}

/** "API   Operational": entries often show a status without saying "status". */
function statusSpans(job: Job): Proposed[] {
  if (!asksStatus(job)) return [];
  const found: Proposed[] = [];
  for (const segment of job.segments) {
    if (segment.text.length <= 80 && isStatus(segment.text)) {
      found.push({ start: segment.start, end: segment.end, prior: 0.4 });
      continue;
    }
    // "18:30 Cancelled": a line of a timetable.
    const lead = /^\d{1,2}[:.h]\d{2}\s+/.exec(segment.text)?.[0].length ?? 0;
    if (lead > 0 && segment.text.length <= 90 && isStatus(segment.text.slice(lead))) {
      found.push({ start: segment.start + lead, end: segment.end, prior: 0.4 });
      continue;
    }
    if (segment.text.length > 200) continue;
    for (const child of job.page.children[segment.node] ?? []) {
      const node = job.page.nodes[child];
      if (
        node !== undefined &&
        node.start >= segment.start &&
        node.end <= segment.end &&
        isStatus(textOf(job.page, child))
      ) {
        found.push({ start: node.start, end: node.end, prior: 0.4 });
      }
    }
  }
  return found;
}
