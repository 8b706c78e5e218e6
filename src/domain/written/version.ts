/** A release number where it stands; offsets are UTF-16 into the given text, end exclusive. */
export interface VersionMatch {
  /** Without a leading "v" or "version", e.g. "2.0.0-rc.1". */
  version: string;
  start: number;
  end: number;
  quote: string;
}

const LABELLED = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])(?:(?:version|release|ver\.|ver|rel\.|versión|versão|versione|versie|バージョン|`,
    String.raw`wersja)[ \u00a0:#]{0,2}v?|v\.? ?|r)(?=\d)`,
  ].join(''),
  'iuy',
);
const NUMBER = /\d{1,10}(?:\.\d{1,10}){0,5}/y;
const SUFFIX = new RegExp(
  [
    '(?:[-._ ]?(?:alpha|beta|rc|pre|preview|dev|canary|nightly|next|snapshot|milestone|post|patch|sp|m|',
    String.raw`a|b|p)[-. ]?\d{0,8}(?:\.\d{1,8}){0,3}|-[0-9a-z]{1,20}(?:[.-][0-9a-z]{1,20}){0,5}|`,
    String.raw`[a-z](?![\p{L}\p{N}]))(?:\+[0-9a-z.-]{1,40})?(?![\p{L}\p{N}])`,
  ].join(''),
  'iuy',
);

const DATE = new RegExp(
  [
    String.raw`^(?:(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d{2}|(?:0[1-9]|[12]\d|`,
    String.raw`3[01])\.(?:0[1-9]|1[0-2])\.\d{2})$`,
  ].join(''),
);

/** What a label or a number begins with. */
const BEGINNING = /[vrwバ\d]/giu;

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** Without a label a release number has two or more points, or one and no sign of being a price or a measure. */
function isPlain(text: string, start: number, end: number, number: string, suffix: string): boolean {
  const points = number.split('.').length - 1;
  if (points === 0 || /[\p{L}\p{N}_.$€£¥#/-]/u.test(text[start - 1] ?? ' ')) return false;
  if (/^[ \u00a0]?(?:[%‰°\p{Sc}/:]|[,.]\d)/u.test(text.slice(end, end + 3))) return false;
  // "4.9.2 18 November 2026" has its date behind it; "1.250 000" is one number.
  if (points === 1 && suffix === '' && /^[ \u00a0]?\d/.test(text.slice(end, end + 2))) return false;
  if (DATE.test(number) && suffix === '') return false;
  return (
    points >= 2 ||
    suffix !== '' ||
    !/^[ \u00a0](?:[a-z]{3}|[A-Z]{3}|km|cm|mm|kg|mi|GB|MB|TB)(?!\p{L})/u.test(text.slice(end, end + 5))
  );
}

/** Where a release number may begin, from an offset on; -1 for nowhere. */
function next(text: string, from: number): number {
  BEGINNING.lastIndex = from;
  return BEGINNING.exec(text)?.index ?? -1;
}

/** All release numbers of a text ("v1.2.3", "2.0.0-rc.1", "Release 24.04 LTS", "version 7"). */
export function findVersions(text: string): VersionMatch[] {
  const found: VersionMatch[] = [];
  for (let at = next(text, 0); at >= 0; at = next(text, at + 1)) {
    const label = matchAt(LABELLED, text, at);
    const start = at + label.length;
    const number = matchAt(NUMBER, text, start);
    if (number === '') continue;
    const bare = start + number.length;
    const suffix = matchAt(SUFFIX, text, bare);
    const end = bare + suffix.length;
    const attached = suffix === '' && /[\p{L}\p{N}_]/u.test(text[end] ?? ' ');
    if (!attached && (label !== '' || isPlain(text, start, end, number, suffix))) {
      found.push({ version: number + suffix.replace(/ /g, '-'), start: at, end, quote: text.slice(at, end) });
    }
    at = end - 1;
  }
  return found;
}

/**
 * The one release number that a text states; a text that is nothing but digits counts ("128"). Null: none or several.
 */
export function parseVersion(text: string): string | null {
  const whole = text.trim().replace(/^v(?=\d)/i, '');
  if (/^\d{1,10}$/.test(whole)) return whole;
  const found = findVersions(text);
  const [first] = found;
  return first && found.every((other) => compareVersions(other.version, first.version) === 0) ? first.version : null;
}

/** Ranks below the release (semver 2.0, PEP 440); words not listed count as a pre-release after a hyphen. */
const STAGES: Record<string, number> = {
  dev: -60,
  snapshot: -60,
  nightly: -60,
  canary: -55,
  alpha: -50,
  a: -50,
  beta: -40,
  b: -40,
  milestone: -35,
  m: -35,
  pre: -30,
  preview: -30,
  next: -30,
  rc: -20,
  post: 20,
  patch: 20,
  p: 20,
  sp: 20,
};

interface Parsed {
  numbers: bigint[];
  stage: number;
  rest: string[];
}

function parseParts(version: string): Parsed {
  const text = version.trim().toLowerCase().replace(/^v/, '').split('+', 1)[0] ?? '';
  const number = matchAt(NUMBER, text, 0);
  const suffix = text.slice(number.length);
  const numbers = number === '' ? [] : number.split('.').map((part) => BigInt(part));
  const pieces = suffix.match(/[a-z]{1,20}|\d{1,20}/g) ?? [];
  const [word] = pieces;
  if (word === undefined) return { numbers, stage: 0, rest: [] };
  const known = STAGES[word];
  // "1.1.1w": a single letter that is attached comes after the release; an unknown word after a hyphen before it.
  const attachedLetter = /^[a-z]$/.test(suffix);
  if (attachedLetter) return { numbers, stage: 10, rest: pieces };
  return { numbers, stage: known ?? -45, rest: known === undefined ? pieces : pieces.slice(1) };
}

function comparePieces(a: string[], b: string[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [left, right] = [a[index], b[index]];
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
    const numeric = /^\d/.test(left) && /^\d/.test(right);
    if (numeric && BigInt(left) !== BigInt(right)) return BigInt(left) < BigInt(right) ? -1 : 1;
    if (!numeric && left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/** Orders release numbers: number by number, missing ones are 0, pre-releases before the release; -1, 0 or 1. */
export function compareVersions(a: string, b: string): -1 | 0 | 1 {
  const [left, right] = [parseParts(a), parseParts(b)];
  for (let index = 0; index < Math.max(left.numbers.length, right.numbers.length); index++) {
    const difference = (left.numbers[index] ?? 0n) - (right.numbers[index] ?? 0n);
    if (difference !== 0n) return difference < 0n ? -1 : 1;
  }
  if (left.stage !== right.stage) return left.stage < right.stage ? -1 : 1;
  return Math.sign(comparePieces(left.rest, right.rest)) as -1 | 0 | 1;
}
