/** The declarations of one rule that can change what is seen. */
export interface CssRule {
  selectors: string;
  declarations: CssDeclaration[];
}

export interface CssDeclaration {
  property: string;
  value: string;
  important: boolean;
}

/** The page is judged as drawn in a window of this width, in CSS pixels. */
const VIEWPORT_WIDTH = 1280;
const MAX_CSS = 2_000_000;
const MAX_RULES = 20_000;
const MAX_NESTING = 4;

const WATCHED = new Set(
  (
    'display visibility opacity clip clip-path text-indent left top right position font-size color background ' +
    'background-color background-image text-decoration text-decoration-line transform width height max-height ' +
    'overflow animation animation-name white-space content-visibility filter font inset margin-left margin-top ' +
    'translate scale -webkit-text-fill-color'
  ).split(' '),
);

/** Reads a style sheet as far as it decides what is visible. Never fails; what it does not understand it leaves out. */
export function readRules(css: string): CssRule[] {
  const rules: CssRule[] = [];
  const text = withoutComments(css.slice(0, MAX_CSS));
  readBlock(text, 0, text.length, 0, rules);
  return rules;
}

/** `display: none; color: red` as declarations, unwatched properties left out. */
export function readDeclarations(block: string): CssDeclaration[] {
  const found: CssDeclaration[] = [];
  for (const part of block.split(';')) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const property = part.slice(0, colon).trim().toLowerCase();
    if (!WATCHED.has(property)) continue;
    const raw = part
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const bang = raw.lastIndexOf('!');
    const important = bang >= 0 && raw.slice(bang + 1).trim() === 'important';
    found.push({ property, value: important ? raw.slice(0, bang).trimEnd() : raw, important });
  }
  return found;
}

function readBlock(css: string, from: number, to: number, nesting: number, rules: CssRule[]): void {
  let start = from;
  for (let at = from; at < to && rules.length < MAX_RULES; at++) {
    const character = css[at];
    if (character === '"' || character === "'") at = endOfString(css, at, to);
    else if (character === ';' || character === '}') start = at + 1;
    else if (character === '{') {
      const end = endOfBlock(css, at, to);
      readRule(css, css.slice(start, at).trim(), at + 1, end, nesting, rules);
      at = end;
      start = end + 1;
    }
  }
}

function readRule(css: string, head: string, from: number, to: number, nesting: number, rules: CssRule[]): void {
  if (head.startsWith('@')) {
    if (nesting < MAX_NESTING && appliesOnScreen(head.toLowerCase())) readBlock(css, from, to, nesting + 1, rules);
    return;
  }
  if (head === '' || head.length > 4_000) return;
  const declarations = readDeclarations(css.slice(from, to));
  if (declarations.length > 0) rules.push({ selectors: head, declarations });
}

/**
 * Whether the block behind this at-rule holds for a person at a wide screen. When in doubt, no: nothing gets hidden.
 */
function appliesOnScreen(head: string): boolean {
  if (head.startsWith('@layer')) return true;
  if (head.startsWith('@supports')) return !head.includes('not');
  if (!head.startsWith('@media')) return false;
  return appliesToScreen(head.slice('@media'.length));
}

/** Whether a media query list ("", "screen", "(min-width: 600px)") holds for a wide screen. */
export function appliesToScreen(queries: string): boolean {
  return queries.toLowerCase().split(',').some(mediaApplies);
}

function mediaApplies(query: string): boolean {
  const type = /^\s*(?:only\s+)?([a-z]+)\b/.exec(query)?.[1];
  if (type !== undefined && type !== 'screen' && type !== 'all') return false;
  const features = query.match(/\([^()]*\)/g) ?? [];
  return features.every((feature) => {
    const found = /^\(\s*(min|max)-width\s*:\s*([\d.]+)(px|em|rem)\s*\)$/.exec(feature);
    if (found === null) return false;
    const width = Number(found[2]) * (found[3] === 'px' ? 1 : 16);
    return found[1] === 'min' ? VIEWPORT_WIDTH >= width : VIEWPORT_WIDTH <= width;
  });
}

function endOfString(css: string, open: number, to: number): number {
  for (let at = open + 1; at < to; at++) {
    if (css[at] === '\\') at++;
    else if (css[at] === css[open] || css[at] === '\n') return at;
  }
  return to;
}

function endOfBlock(css: string, open: number, to: number): number {
  let depth = 0;
  for (let at = open; at < to; at++) {
    const character = css[at];
    if (character === '"' || character === "'") at = endOfString(css, at, to);
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at;
  }
  return to;
}

function withoutComments(css: string): string {
  const kept: string[] = [];
  let at = 0;
  for (let open = css.indexOf('/*'); open >= 0; open = css.indexOf('/*', at)) {
    kept.push(css.slice(at, open));
    const close = css.indexOf('*/', open + 2);
    if (close < 0) return kept.join(' ');
    at = close + 2;
  }
  kept.push(css.slice(at));
  return kept.join(' ');
}
