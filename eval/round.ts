import { readFileSync } from 'node:fs';

/** A page as it stands in a round's file: whole, or as what differs from another page of the corpus. */
type PageLine = { name: string; body: string } | { name: string; base: string; replace: [old: string, by: string][] };

/** A round's file: its pages, and its labelled cases or pairs in their order. */
export interface Round<Case> {
  pages: PageLine[];
  cases: Case[];
}

/** JSON lines; a line with a `name` is a page, any other a case. */
export function readRound<Case>(file: string): Round<Case> {
  const lines = readLines<PageLine | Case>(file);
  const isPage = (line: PageLine | Case): line is PageLine => typeof line === 'object' && !!line && 'name' in line;
  return { pages: lines.filter(isPage), cases: lines.filter((line): line is Case => !isPage(line)) };
}

export function readLines<Line>(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

/** Finds the text of a page by its name. Throws where a name is unknown, told twice, or a difference does not fit. */
export function pagesByName(all: PageLine[]): (name: string) => string {
  const lines = new Map(all.map((line) => [line.name, line]));
  if (lines.size !== all.length) throw new Error('Two pages of the corpus have the same name.');
  const known = new Map<string, string>();
  const bodyOf = (name: string): string => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const line = lines.get(name);
    if (!line) throw new Error(`The corpus has no page "${name}".`);
    const body = 'body' in line ? line.body : replaced(name, bodyOf(line.base), line.replace);
    known.set(name, body);
    return body;
  };
  return bodyOf;
}

/** Each old text is found in the base, where it must stand exactly once; none may touch another. */
function replaced(name: string, base: string, replace: [old: string, by: string][]): string {
  const edits = replace.map(([old, by]) => ({ at: base.indexOf(old), old, by })).sort((a, b) => a.at - b.at);
  let text = '';
  let end = 0;
  for (const { at, old, by } of edits) {
    const isOnce = at >= 0 && base.indexOf(old, at + 1) < 0;
    if (!isOnce || at < end) throw new Error(`${name}: “${old}” does not stand once in its base, apart from others.`);
    text += base.slice(end, at) + by;
    end = at + old.length;
  }
  return text + base.slice(end);
}
