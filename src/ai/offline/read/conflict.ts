import type { Span } from '@/domain/snapshot';
import { findMoney } from '@/domain/written/money';
import { findNumbers } from '@/domain/written/number';
import type { Context } from './context';
import type { ItemPlaces, ItemWord } from './item-words';
import { anyWithin, type PageIndex, segmentAt, wordsIn } from './page-index';
import { isModelWord } from './words';

/** A near text that names a thing of the same make but not this one: "WH-1000XM5" or "iPhone 16" for "iPhone 17". */
export function conflictOf(page: PageIndex, places: ItemPlaces, context: Context, scopes: Span[][]): string | null {
  const entry = page.nodes[page.entries[context.node] ?? -1];
  const spans = [...(scopes[0] ?? []), ...(entry !== undefined && entry.end - entry.start <= 600 ? [entry] : [])];
  for (const [index, { word, offsets }] of places.words.entries()) {
    if (!word.required || spans.some((span) => anyWithin(offsets, span))) continue;
    // The head of the page speaks for whatever does not name the item right beside it.
    const head = page.head;
    const named = head === undefined || anyWithin(offsets, head) ? spans : [...spans, head];
    const other = otherOfShape(page, named, word, places.words[index - 1]?.word);
    if (other !== null) return other;
  }
  return extraModel(page, places, spans);
}

function otherOfShape(page: PageIndex, spans: Span[], word: ItemWord, previous: ItemWord | undefined): string | null {
  const form = word.forms[0] ?? '';
  for (const span of spans) {
    const found = wordsIn(page, span);
    for (const [at, near] of found.entries()) {
      if (isMeasure(page, near.start)) continue;
      const joined = `${found[at - 1]?.stem ?? ''}${near.stem}`;
      if (/^\d+$/.test(form)) {
        const follows = previous?.forms.includes(found[at - 1]?.stem ?? '') ?? false;
        if (follows && /^\d+$/.test(near.stem) && near.stem !== form) return `${found[at - 1]?.stem} ${near.stem}`;
      } else if (/\d/.test(form)) {
        for (const text of [near.stem, joined])
          if (text !== form && sameShape(text, word) && !isDetail(page, near.start, word)) return text;
      }
    }
  }
  return null;
}

/** "11 elements, 52mm filter" in a line of details says nothing of which lens it is; "52mm" by itself would. */
function isDetail(page: PageIndex, at: number, word: ItemWord): boolean {
  if (!/^\d+(?:mm|cm|m|inch|in|ml|cl|l|kg|g|w|v|ah|mah)$/.test(word.forms[0] ?? '')) return false;
  const line = segmentAt(page, at)?.text ?? '';
  return line.length > 30 && /[,;:·•|]/.test(line) && findNumbers(line).length > 1 && findMoney(line).length === 0;
}

/** Letters agree and the digits differ: 1000xm5 and 1000xm6, 256gb and 512gb. */
function sameShape(text: string, word: ItemWord): boolean {
  if (!/\d/.test(text) || !/[a-z]/.test(text)) return false;
  return word.forms.some((form) => form !== text && form.replace(/\d+/g, '0') === text.replace(/\d+/g, '0'));
}

/** "iPhone 17 Pro" next to the value where the item is the plain "iPhone 17". */
function extraModel(page: PageIndex, places: ItemPlaces, spans: Span[]): string | null {
  const forms = new Set(places.words.flatMap(({ word }) => word.forms));
  for (const span of spans) {
    const found = wordsIn(page, { start: span.start, end: Math.min(span.end, span.start + 200) });
    for (const [at, near] of found.entries()) {
      const after = found[at - 1]?.stem ?? '';
      // "Tomorrow max 12°" measures; no model has a unit.
      if (/^\W{0,3}\d+\s?[°%]/.test(page.text.slice(near.end, near.end + 10))) continue;
      if (!isModelWord(near.stem) || forms.has(near.stem) || !forms.has(after)) continue;
      if (!isOwnModel(page, places, near.stem)) return `${after} ${near.stem}`;
    }
  }
  return null;
}

/** Who names a make without any number ("Philux airfryer") means the model that the page is about. */
function isOwnModel(page: PageIndex, places: ItemPlaces, model: string): boolean {
  const head = page.head;
  if (head === undefined || places.words.some(({ word }) => /\d/.test(word.forms[0] ?? ''))) return false;
  return wordsIn(page, head).some(({ stem }) => stem === model);
}

/** "160,00 € / 100 ml" does not name the 100 ml bottle, nor another one; nor does "19:30" name the 19th. */
export function isMeasure(page: PageIndex, at: number, form = ''): boolean {
  if (/^\d{1,2}$/.test(form) && /^(\d?\d:|:)\d\d/.test(page.lower.slice(at, at + 5))) return true;
  return /(\/|(^|\s)(per|pro|je|par|por|al|a|=))\s?$/.test(page.lower.slice(Math.max(0, at - 5), at));
}
