import type { Snapshot, VisibleNode } from '@/domain/snapshot';

/**
 * The selectors of recipes: compounds of tag, #id, .class and [attribute="value"] separated by spaces (descendants),
 * a small part of CSS that can be matched on a snapshot's visible nodes alone.
 */

/**
 * Names that build tools make ("css-1q2w3e", "sc-bdVaJa", "x7f3a91b", "jsx-482913") change with every release of a
 * site.
 */
const GENERATED = new RegExp(
  [
    String.raw`(\d{3,}|^(css|sc|jsx|emotion|styled|svelte|astro|tw|ng|ember|react|mui|chakra|radix|headlessui)-|`,
    String.raw`^_|__[A-Za-z0-9]{5,}$|--?[a-z]*\d[a-z\d]{3,}$|^[a-z]{1,2}\d+|`,
    String.raw`^[A-Za-z]*\d[a-z\d]*[A-Z][A-Za-z\d]*$|[a-z][A-Z][a-z]?[A-Z]|:)`,
  ].join(''),
);
/** Names of layout and state say nothing about what an element is, and come and go. */
const PASSING = new RegExp(
  [
    '^(active|selected|open|show|shown|visible|hidden|first|last|odd|even|row|col|column|container|',
    'wrapper|inner|outer|content|flex|grid|block|inline|left|right|center|clearfix|cf|mt|mb|ml|mr|pt|',
    'pb|px|py|mx|my|p|m|w|h|text|bg|font|is|has|js|u|d|hover|new|sale|on)([-_].*)?$',
  ].join(''),
  'i',
);

export function isStableName(name: string): boolean {
  return name.length >= 2 && name.length <= 40 && /^[A-Za-z][\w-]*$/.test(name) && !GENERATED.test(name);
}

/** A selector for the node, from stable names only: its own, else up to two named ancestors and its tag. Null: none. */
export function selectorOf(snapshot: Snapshot, index: number): string | null {
  const node = snapshot.nodes[index];
  if (node === undefined) return null;
  const own = compoundOf(node);
  if (own !== null && countMatches(snapshot, own) === 1) return own;
  const parts: string[] = [own ?? node.tag];
  let at = node.parent;
  for (let steps = 0; at >= 0 && steps < 8; steps++, at = snapshot.nodes[at]?.parent ?? -1) {
    const above = snapshot.nodes[at];
    const compound = above === undefined ? null : compoundOf(above);
    if (compound === null) continue;
    parts.unshift(compound);
    const selector = parts.join(' ');
    if (countMatches(snapshot, selector) === 1 || parts.length === 3) return selector;
  }
  return own === null && parts.length === 1 ? null : parts.join(' ');
}

/** The most telling stable name of an element. */
function compoundOf(node: VisibleNode): string | null {
  const { id, itemprop, class: classes } = node.attributes;
  const testId = node.attributes['data-testid'];
  if (testId !== undefined && isStableName(testId)) return `[data-testid="${testId}"]`;
  if (itemprop !== undefined && isStableName(itemprop)) return `${node.tag}[itemprop="${itemprop}"]`;
  if (id !== undefined && isStableName(id)) return `#${id}`;
  const names = (classes ?? '').split(/\s+/).filter((name) => isStableName(name) && !PASSING.test(name));
  if (names.length > 0)
    return `${node.tag}${names
      .slice(0, 2)
      .map((name) => `.${name}`)
      .join('')}`;
  return /^(h1|main|dd|time)$/.test(node.tag) ? node.tag : null;
}

interface Compound {
  tag: string | null;
  id: string | null;
  classes: string[];
  attributes: [string, string][];
}

const PIECE = /#([\w-]+)|\.([\w-]+)|\[([\w-]+)="([^"\]]{0,80})"\]|^([a-z][a-z0-9-]*)/g;

function parse(selector: string): Compound[] {
  return selector.split(' ').map((text) => {
    const compound: Compound = { tag: null, id: null, classes: [], attributes: [] };
    for (const [, id, name, attribute, value, tag] of text.matchAll(PIECE)) {
      if (id !== undefined) compound.id = id;
      else if (name !== undefined) compound.classes.push(name);
      else if (attribute !== undefined) compound.attributes.push([attribute, value ?? '']);
      else if (tag !== undefined) compound.tag = tag;
    }
    return compound;
  });
}

function fits(node: VisibleNode, compound: Compound): boolean {
  if (compound.tag !== null && compound.tag !== node.tag) return false;
  if (compound.id !== null && compound.id !== node.attributes.id) return false;
  if (!compound.attributes.every(([name, value]) => node.attributes[name] === value)) return false;
  if (compound.classes.length === 0) return true;
  const names = (node.attributes.class ?? '').split(/\s+/);
  return compound.classes.every((name) => names.includes(name));
}

/** Indexes of the nodes that a selector matches, in page order, at most `limit`. */
export function matchSelector(snapshot: Snapshot, selector: string, limit = 200): number[] {
  const compounds = parse(selector);
  const last = compounds.at(-1);
  const found: number[] = [];
  if (last === undefined) return found;
  for (const [index, node] of snapshot.nodes.entries()) {
    if (!fits(node, last) || !fitsAbove(snapshot, node, compounds)) continue;
    found.push(index);
    if (found.length >= limit) break;
  }
  return found;
}

function fitsAbove(snapshot: Snapshot, node: VisibleNode, compounds: Compound[]): boolean {
  let wanted = compounds.length - 2;
  for (let at = node.parent; wanted >= 0 && at >= 0; at = snapshot.nodes[at]?.parent ?? -1) {
    const above = snapshot.nodes[at];
    const compound = compounds[wanted];
    if (above !== undefined && compound !== undefined && fits(above, compound)) wanted--;
  }
  return wanted < 0;
}

function countMatches(snapshot: Snapshot, selector: string): number {
  return matchSelector(snapshot, selector, 3).length;
}
