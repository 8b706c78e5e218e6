import { type AttributeSelector, parse, type Selector, SelectorType } from 'css-what';
import type { Element } from 'domhandler';
import { type AncestorFilter, isCombinator, mayHold, requiredAncestors } from './ancestor-filter';
import type { CssDeclaration, CssRule } from './css-rules';
import { matcher } from './selector-match';

/** Deeper elements match no rule: climbing from each of them would take quadratic time on a hostile page. */
export const MAX_STYLED_DEPTH = 256;

/** Rules filed under the part of the selector that an element must carry itself (as browsers do). */
export class Cascade {
  private readonly filed = new Map<string, Entry[]>();
  private order = 0;

  constructor(rules: CssRule[]) {
    for (const rule of rules) this.file(rule);
  }

  get empty(): boolean {
    return this.filed.size === 0;
  }

  /** True where some rule of the page speaks of this class. */
  knowsClass(name: string): boolean {
    return this.filed.has(`.${name}`);
  }

  /** The winning value per watched property: inline style over sheets, then importance, specificity, order. */
  styleOf(
    element: Element,
    inline: CssDeclaration[],
    classes: string[],
    ancestors: AncestorFilter,
  ): Map<string, string> {
    const winners = new Map<string, Ranked>();
    if (this.filed.size > 0) {
      for (const key of keysOf(element, classes)) {
        for (const entry of this.filed.get(key) ?? []) {
          if (mayHold(ancestors, entry.required) && entry.matches(element))
            for (const one of entry.declarations) put(winners, one, entry.rank);
        }
      }
    }
    for (const one of inline) put(winners, one, Number.MAX_SAFE_INTEGER);
    const style = new Map<string, string>();
    for (const [property, winner] of winners) style.set(property, winner.value);
    return style;
  }

  private file(rule: CssRule): void {
    for (const selector of parsed(rule.selectors)) {
      const key = keyOf(selector);
      if (key === null) continue;
      const rank = specificity(selector) * 1_000_000 + this.order++;
      const required = requiredAncestors(selector);
      const entry: Entry = { declarations: rule.declarations, rank, required, matches: matcher(selector) };
      const filed = this.filed.get(key);
      if (filed === undefined) this.filed.set(key, [entry]);
      else filed.push(entry);
    }
  }
}

interface Entry {
  declarations: CssDeclaration[];
  rank: number;
  required: AncestorFilter;
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

function keysOf(element: Element, classes: string[]): string[] {
  const keys = [element.name, '*'];
  for (const name in element.attribs) keys.push(`[${name}`);
  if (element.attribs.id !== undefined) keys.push(`#${element.attribs.id}`);
  for (const name of classes) keys.push(`.${name}`);
  return keys;
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

function keyOf(selector: Selector[]): string | null {
  const compound = lastCompound(selector);
  const attributes = compound.filter((token): token is AttributeSelector => token.type === SelectorType.Attribute);
  const id = attributes.find((token) => token.name === 'id' && token.action === 'equals');
  if (id !== undefined) return `#${id.value}`;
  const named = attributes.find((token) => token.name === 'class' && token.action === 'element');
  if (named !== undefined) return `.${named.value}`;
  const [other] = attributes;
  if (other !== undefined && other.action !== 'not') return `[${other.name}`;
  const tag = compound.find((token) => token.type === SelectorType.Tag);
  if (tag?.type === SelectorType.Tag) return tag.name.toLowerCase();
  return compound.length > 0 ? '*' : null;
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
