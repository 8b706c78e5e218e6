import type { DecimalMark } from './hint';

/** Digits with the marks between them, as they stand in folded text: groups ["1", "299", "95"], marks [".", ","]. */
export interface NumberToken {
  start: number;
  end: number;
  groups: string[];
  marks: string[];
  /** Two superscript digits at the end: "19⁹⁹". */
  cents: string;
  /** Attached to a word on its left ("XM6", "v2", "WH-1000"): part of a name unless a currency says otherwise. */
  glued: boolean;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}_#№]/u;
const MARKS = ".,'·٬٫";

export function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

export function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\u00a0';
}

function digitsFrom(text: string, from: number): number {
  let end = from;
  while (isDigit(text[end])) end++;
  return end;
}

/** A space groups digits only in threes, after one to three leading digits that do not begin with zero. */
function spaceGroups(text: string, at: number, token: NumberToken): boolean {
  const head = token.groups[0] ?? '';
  if (head.length > 3 || head.startsWith('0') || head === '') return false;
  if (token.glued || token.marks.some((mark) => !isSpace(mark))) return false;
  return digitsFrom(text, at + 1) === at + 4;
}

function readSuperscript(text: string, token: NumberToken): void {
  const first = SUPERSCRIPTS.indexOf(text[token.end] ?? ' ');
  const second = SUPERSCRIPTS.indexOf(text[token.end + 1] ?? ' ');
  if (first < 0 || second < 0 || SUPERSCRIPTS.includes(text[token.end + 2] ?? ' ')) return;
  token.cents = `${first}${second}`;
  token.end += 2;
}

function isGlued(text: string, start: number): boolean {
  const before = text[start - 1];
  if (before === undefined) return false;
  if (WORD.test(before)) return true;
  return before === '-' && WORD.test(text[start - 2] ?? ' ');
}

function readToken(text: string, start: number, leadingPoint: boolean): NumberToken {
  const from = leadingPoint ? start + 1 : start;
  let end = digitsFrom(text, from);
  const groups = leadingPoint ? ['', text.slice(from, end)] : [text.slice(from, end)];
  const marks = leadingPoint ? ['.'] : [];
  const token: NumberToken = { start, end, groups, marks, cents: '', glued: isGlued(text, start) };
  while (!leadingPoint) {
    const mark = text[end] ?? '';
    const takes = isSpace(mark) ? spaceGroups(text, end, token) : MARKS.includes(mark) && isDigit(text[end + 1]);
    if (mark === '' || !takes) break;
    const next = digitsFrom(text, end + 1);
    token.groups.push(text.slice(end + 1, next));
    token.marks.push(mark);
    end = next;
  }
  token.end = end;
  if (token.marks.every((mark) => !'.,·٫'.includes(mark))) readSuperscript(text, token);
  return token;
}

/** ".5", "$.99", and the price without a whole part "–,50". */
function isLeadingPoint(text: string, at: number): boolean {
  if (!isDigit(text[at + 1])) return false;
  const before = text[at - 1] ?? ' ';
  if (text[at] === ',') return before === '-' || before === '–';
  return text[at] === '.' && !/[\p{L}\p{N}.)]/u.test(before);
}

/** All digit runs of folded text with their marks, left to right, in linear time. */
export function scanTokens(text: string): readonly NumberToken[] {
  if (lastScan.text !== text) lastScan = { text, tokens: tokensIn(text) };
  return lastScan.tokens;
}

/** The last answer is kept: amounts, quantities and numbers are looked for in each line of a page in turn. */
let lastScan: { text: string; tokens: readonly NumberToken[] } = { text: '', tokens: [] };

const DIGIT = /\d/g;

function tokensIn(text: string): NumberToken[] {
  const tokens: NumberToken[] = [];
  let free = 0;
  DIGIT.lastIndex = 0;
  for (let match = DIGIT.exec(text); match !== null; match = DIGIT.exec(text)) {
    const at = match.index;
    const point = at > free && isLeadingPoint(text, at - 1);
    const token = readToken(text, point ? at - 1 : at, point);
    tokens.push(token);
    free = token.end;
    DIGIT.lastIndex = free;
  }
  return tokens;
}

function validGroups(groups: string[]): boolean {
  const [head = '', ...rest] = groups;
  if (head === '' || head.length > 3 || (head.startsWith('0') && head !== '0')) return false;
  const last = rest.at(-1) ?? '';
  if (last.length !== 3 || head === '0') return false;
  const middle = rest.slice(0, -1);
  // India and its neighbours group in twos above the thousand: 12,34,567. China and Japan at times in fours.
  return middle.every((group) => group.length === 3) || (head.length <= 2 && middle.every((g) => g.length === 2));
}

/** True for "1.234" and "12,800": one point or comma and three digits behind it, which may be thousands or decimals. */
export function isAmbiguous(token: NumberToken): boolean {
  const mark = token.marks[0];
  return token.marks.length === 1 && (mark === '.' || mark === ',') && token.cents === '' && validGroups(token.groups);
}

/**
 * The number that the token writes, as unsigned plain decimal text; null for dates, versions, addresses and lists
 * ("12.05.2026", "1.2.3"). `mark` settles "1.234": the decimal mark to believe in.
 */
export function resolveToken(token: NumberToken, mark: DecimalMark): string | null {
  const { groups, marks, cents } = token;
  if (marks.length === 0) return cents ? `${groups[0]}.${cents}` : (groups[0] ?? null);
  const last = marks.at(-1) ?? '';
  if (isAmbiguous(token)) return groups.join(last === mark ? '.' : '');
  const grouping = marks.slice(0, -1);
  const alike = grouping.every((other) => other === grouping[0] || (isSpace(other) && isSpace(grouping[0])));
  const sameAsLast = grouping.length > 0 && (grouping[0] === last || (isSpace(grouping[0]) && isSpace(last)));
  const groupsOnly = grouping.length === 0 ? "' \u00a0٬".includes(last) : sameAsLast;
  if (!alike) return null;
  if (groupsOnly) return validGroups(groups) ? groups.join('') + (cents ? `.${cents}` : '') : null;
  if (!'.,·٫'.includes(last)) return null;
  const whole = groups.slice(0, -1);
  if (whole.length > 1 && !validGroups(whole)) return null;
  return `${whole.join('') || '0'}.${groups.at(-1)}`;
}
