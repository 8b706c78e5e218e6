import { type AttributeSelector, parse, type Selector, SelectorType } from 'css-what';
import type { Element } from 'domhandler';
import { LRUCache } from 'lru-cache';
import { type CssDeclaration, type CssRule, readDeclarations, readRules } from './css-rules';
import { type AncestorFilter, isCombinator, matcher, mayHold, requiredAncestors } from './selector-match';

/** Deeper elements match no rule: climbing from each of them would take quadratic time on a hostile page. */
export const MAX_STYLED_DEPTH = 256;

const NO_STYLE: Style = new Map();

/** The winning value per watched property. Elements that match the same rules share one, so it is never changed. */
export type Style = ReadonlyMap<string, string>;

/** Rules filed under the part of the selector that an element must carry itself (as browsers do). */
export class Cascade {
  private readonly byId: Files = new Map();
  private readonly byClass: Files = new Map();
  private readonly byAttribute: Files = new Map();
  private readonly byTag: Files = new Map();
  private readonly styles = new Map<string, Style>();
  private count = 0;

  constructor(rules: CssRule[]) {
    for (const rule of rules) this.file(rule);
  }

  get empty(): boolean {
    return this.count === 0;
  }

  /** Combinations of rules and inline styles met so far. */
  get size(): number {
    return this.styles.size;
  }

  /** True where some rule of the page speaks of this class. */
  knowsClass(name: string): boolean {
    return this.byClass.has(name);
  }

  /** Inline style over sheets, then importance, specificity, order. */
  styleOf(element: Element, inline: string, classes: string[], ancestors: AncestorFilter): Style {
    if (this.count === 0 && inline === '') return NO_STYLE;
    const matched: Entry[] = [];
    const { attribs } = element;
    if (attribs.id !== undefined) collect(matched, this.byId.get(attribs.id), element, ancestors);
    for (const name of classes) collect(matched, this.byClass.get(name), element, ancestors);
    if (this.byAttribute.size > 0) {
      for (const name in attribs) collect(matched, this.byAttribute.get(name), element, ancestors);
    }
    collect(matched, this.byTag.get(element.name), element, ancestors);
    collect(matched, this.byTag.get('*'), element, ancestors);
    const [only] = matched;
    if (inline === '' && matched.length <= 1) return only === undefined ? NO_STYLE : this.alone(only);
    const key = `${matched.map((entry) => entry.rank).join(' ')}|${inline}`;
    const known = this.styles.get(key);
    if (known !== undefined) return known;
    const style = winnersOf(matched, inline);
    this.styles.set(key, style);
    return style;
  }

  private alone(entry: Entry): Style {
    entry.alone ??= winnersOf([entry], '');
    return entry.alone;
  }

  private file(rule: CssRule): void {
    for (const selector of parsed(rule.selectors)) {
      const place = this.placeOf(lastCompound(selector));
      if (place === null) continue;
      const rank = specificity(selector) * 1_000_000 + this.count++;
      const required = requiredAncestors(selector);
      const entry: Entry = { declarations: rule.declarations, rank, required, matches: matcher(selector) };
      const filed = place.files.get(place.name);
      if (filed === undefined) place.files.set(place.name, [entry]);
      else filed.push(entry);
    }
  }

  private placeOf(compound: Selector[]): { files: Files; name: string } | null {
    const attributes = compound.filter((token): token is AttributeSelector => token.type === SelectorType.Attribute);
    const id = attributes.find((token) => token.name === 'id' && token.action === 'equals');
    if (id !== undefined) return { files: this.byId, name: id.value };
    const named = attributes.find((token) => token.name === 'class' && token.action === 'element');
    if (named !== undefined) return { files: this.byClass, name: named.value };
    const [other] = attributes;
    if (other !== undefined && other.action !== 'not') return { files: this.byAttribute, name: other.name };
    const tag = compound.find((token) => token.type === SelectorType.Tag);
    if (tag?.type === SelectorType.Tag) return { files: this.byTag, name: tag.name.toLowerCase() };
    return compound.length > 0 ? { files: this.byTag, name: '*' } : null;
  }
}

type Files = Map<string, Entry[]>;

function collect(matched: Entry[], filed: Entry[] | undefined, element: Element, ancestors: AncestorFilter): void {
  if (filed === undefined) return;
  for (const entry of filed) {
    if (mayHold(ancestors, entry.required) && entry.matches(element)) matched.push(entry);
  }
}

function winnersOf(matched: Entry[], inline: string): Style {
  const winners = new Map<string, Ranked>();
  for (const entry of matched) for (const one of entry.declarations) put(winners, one, entry.rank);
  for (const one of readDeclarations(inline.slice(0, 4_000))) put(winners, one, Number.MAX_SAFE_INTEGER);
  return new Map([...winners].map(([property, winner]) => [property, winner.value]));
}

interface Entry {
  declarations: CssDeclaration[];
  rank: number;
  required: AncestorFilter;
  /** The style of elements that match nothing else. */
  alone?: Style;
  matches(element: Element): boolean;
}

interface Ranked {
  value: string;
  important: boolean;
  rank: number;
}

function put(winners: Map<string, Ranked>, { property, value, important }: CssDeclaration, rank: number): void {
  const before = winners.get(property);
  const wins =
    before === undefined || (important === before.important ? rank >= before.rank : important && !before.important);
  if (wins) winners.set(property, { value, important, rank });
}

/** Selectors of a rule; those with states (:hover), pseudo-elements, siblings or positions are left out. */
function parsed(text: string): Selector[][] {
  try {
    return parse(text).filter((selector) => selector.every(isPlain));
  } catch {
    return [];
  }
}

function isPlain(token: Selector): boolean {
  if (token.type === SelectorType.Pseudo) {
    const isList = token.name === 'not' || token.name === 'is' || token.name === 'where';
    if (isList) return Array.isArray(token.data) && token.data.flat().every(isPlain);
    return token.name === 'root' || token.name === 'checked' || token.name === 'disabled' || token.name === 'empty';
  }
  return (
    token.type === SelectorType.Attribute ||
    token.type === SelectorType.Tag ||
    token.type === SelectorType.Universal ||
    token.type === SelectorType.Descendant ||
    token.type === SelectorType.Child
  );
}

function lastCompound(selector: Selector[]): Selector[] {
  const combinator = selector.findLastIndex(isCombinator);
  return selector.slice(combinator + 1);
}

function specificity(selector: Selector[]): number {
  let total = 0;
  for (const token of selector) {
    if (token.type === SelectorType.Attribute) total += token.name === 'id' && token.action === 'equals' ? 10_000 : 100;
    else if (token.type === SelectorType.Pseudo && token.name !== 'where') total += 100;
    else if (token.type === SelectorType.Tag) total += 1;
  }
  return total;
}

const MOST_CHARACTERS = 4_000_000;
const MOST_STYLES = 2_000;

/** Pages of a site, and the same page tomorrow, bring the same style sheets. */
const known = new LRUCache<string, Cascade>({ maxSize: MOST_CHARACTERS, sizeCalculation: (_, key) => key.length + 1 });

/** The cascade of these style sheets, read once for all pages that bring the very same ones. */
export function cascadeOf(sheets: readonly string[]): Cascade {
  const key = sheets.join('\n\0\n');
  const found = known.get(key);
  // Inline styles of many pages gather in it.
  if (found !== undefined && found.size < MOST_STYLES) return found;
  const cascade = new Cascade(sheets.flatMap(readRules));
  if (key.length < MOST_CHARACTERS / 4) known.set(key, cascade);
  return cascade;
}
