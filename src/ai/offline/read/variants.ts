import type { VisibleNode } from '@/domain/snapshot';
import { type Found, type Job, namesProperty } from './candidates';
import { ancestors, nodeAt, type PageIndex } from './page-index';
import { type Cell, columnHeaders } from './tables';
import { fold } from './words';

/** Signs and words by which a cell says yes or no; what is asked stands in its column's header. */
const YES = /^(○|◎|△|✓|✔|yes|ja|oui|s[ií]|sim|はい|あり|有)$/u;
const NO = /^(×|✗|✘|✕|no|nein|non|n[aã]o|nee|いいえ|なし|無)$/u;

/** Yes or no where a text is nothing but its sign or word, else null. "△" is the Japanese sign for "a few left". */
export function signOf(text: string): boolean | null {
  const bare = text.trim().toLowerCase();
  if (YES.test(bare)) return true;
  return NO.test(bare) ? false : null;
}

/** Heads of columns that count what can still be had. */
const LEFT =
  /(^|[^a-z])(open|free( (seats?|places?|spots?|rooms?|units?|slots?|tables?|beds?|bikes?))?$|avail\w*|left|remaining|vacan\w+|freie?[rs]?|rest|restplatze|restants?|restantes?|restanti|verfugbar\w*|libres?|disponib\w+|dispon[ií]ve\w+|livres?|liber[io]|vrij\w*|beschikba\w+)([^a-z]|$)|残|空/;

/** "0", or "0 of 90": what is left comes before the size of the whole. */
const OF_ALL = /^\d{1,6}(?: ?(?:\/|of|out of|von|sur|de|di|van) ?\d{1,6})?$/;

/** Whether any are left, where a cell is a bare number in such a column ("Open seats": 0), else null. */
export function leftInCell(page: PageIndex, cell: Cell): boolean | null {
  const [text] = OF_ALL.exec(page.text.slice(cell.start, cell.end).trim()) ?? [];
  if (text === undefined) return null;
  const counts = columnHeaders(cell).some((head) => LEFT.test(fold(page.text.slice(head.start, head.end))));
  return counts ? Number.parseInt(text, 10) > 0 : null;
}

/** "Stock: ○", a dd with "No", a cell with "×" under "在庫": the quote holds the label or the row, and ends in the sign. */
export function signedStatements(job: Job): Found[] {
  const found: Found[] = [];
  for (const cell of job.cells.values()) {
    const row = job.page.nodes[cell.row.node];
    const left = leftInCell(job.page, cell);
    if (left !== null && row !== undefined)
      found.push({ start: row.start, end: cell.end, value: { type: 'boolean', boolean: left }, prior: 0.6 });
    const sign = cell.end - cell.start <= 8 ? signOf(job.page.text.slice(cell.start, cell.end)) : null;
    if (sign === null || row === undefined) continue;
    const asked = columnHeaders(cell).some((head) => namesProperty(job, job.page.text.slice(head.start, head.end)));
    if (asked) found.push({ start: row.start, end: cell.end, value: { type: 'boolean', boolean: sign }, prior: 0.6 });
  }
  for (const segment of job.segments) {
    const [, label = '', last = ''] = /^(?:(.{1,40})[:：]\s*)?(\S{1,6})$/u.exec(segment.text) ?? [];
    const sign = last === '' ? null : signOf(last);
    const above = job.page.segments[segment.index - 1];
    if (sign === null || (label === '' && above === undefined)) continue;
    if (!namesProperty(job, label || (above?.text ?? '').slice(0, 40))) continue;
    const start = label === '' ? (above?.start ?? segment.start) : segment.start;
    if (!job.page.text.slice(start, segment.start).includes('\t'))
      found.push({ start, end: segment.end, value: { type: 'boolean', boolean: sign }, prior: 0.6 });
  }
  return found;
}

/**
 * The control of the variant that was asked for ("size M"), where it is drawn dead: struck through, disabled, or named
 * sold out. What the page says of the item in general then does not hold for the variant.
 */
export function deadVariant(job: Job): Found | null {
  for (const { word, offsets, inTitle } of job.places.words) {
    // A colour that we do not know as one ("Rost", "Camel"), a size by another letter: what the title does not name.
    if (!word.required && !word.colour && (inTitle || word.weight < 1)) continue;
    for (const offset of offsets) {
      const found = deadControlAt(job.page, offset, word.forms);
      if (found !== null) return { ...found, value: { type: 'boolean', boolean: false }, prior: 1.5 };
    }
  }
  return null;
}

const DEAD =
  /(^|[ _-])(sold-?out|out-?of-?stock|oos|unavailable|disabled|is-disabled|soldout|not-available|inactive)([ _-]|$)/;

const SAYS_DEAD =
  /sold out|out of stock|unavailable|not available|ausverkauft|nicht verfügbar|épuisé|indisponible|agotad|no disponible|esaurit|non disponibile|esgotad|uitverkocht|niet leverbaar|売り切れ|在庫なし/i;

function isDead({ attributes, tag, struck }: VisibleNode): boolean {
  if (struck === true || ['s', 'del'].includes(tag) || attributes['aria-disabled'] === 'true') return true;
  if (attributes.disabled !== undefined || DEAD.test((attributes.class ?? '').toLowerCase())) return true;
  return SAYS_DEAD.test(`${attributes['aria-label'] ?? ''} ${attributes.title ?? ''}`);
}

/** The control around an offset, if it holds a variant's name alone and is dead. */
export function deadControlAt(page: PageIndex, offset: number, forms: readonly string[]) {
  let dead = false;
  let widest: { start: number; end: number } | null = null;
  for (const index of ancestors(page, nodeAt(page, offset, offset + 1))) {
    const node = page.nodes[index];
    if (node === undefined || !isNameOf(page.text.slice(node.start, node.end), forms)) break;
    dead ||= isDead(node);
    widest = { start: node.start, end: node.end };
  }
  return dead ? widest : null;
}

/**
 * The control of the variant that was asked for, where it is alive and others beside it are drawn dead: a page that
 * draws which sizes are gone says by it that the others are not.
 */
export function liveVariant(job: Job): Found | null {
  for (const { word, offsets } of job.places.words) {
    if (!word.required && !word.colour) continue;
    for (const offset of offsets) {
      const control = controlAt(job.page, offset, word.forms);
      if (control === null || deadControlAt(job.page, offset, word.forms) !== null) continue;
      const { start, end } = job.page.nodes[control] ?? { start: 0, end: 0 };
      if (hasDeadSibling(job.page, control))
        return { start, end, value: { type: 'boolean', boolean: true }, prior: 0.4 };
    }
  }
  return null;
}

/** The button or option that holds a variant's name alone. */
function controlAt(page: PageIndex, offset: number, forms: readonly string[]): number | null {
  for (const index of ancestors(page, nodeAt(page, offset, offset + 1))) {
    const node = page.nodes[index];
    if (node === undefined || !isNameOf(page.text.slice(node.start, node.end), forms)) return null;
    if (/^(button|option|label|li)$/.test(node.tag) || /^(button|radio|option)$/.test(node.attributes.role ?? ''))
      return index;
  }
  return null;
}

function hasDeadSibling(page: PageIndex, control: number): boolean {
  const parent = page.nodes[control]?.parent ?? -1;
  return (page.children[parent] ?? []).slice(0, 60).some((index) => {
    const node = page.nodes[index];
    if (node === undefined || index === control || node.end - node.start > 40) return false;
    return isDead(node);
  });
}

function isNameOf(text: string, forms: readonly string[]): boolean {
  return text.length <= 40 && forms.includes(fold(text).replace(/[^\p{L}\p{N}]+/gu, ''));
}
