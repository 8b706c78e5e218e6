import concepts from '@/domain/written/concepts.json' with { type: 'json' };
import { bareWord } from '@/domain/written/stem';
import type { WordKind } from './language';
import type { Sentence, Token } from './sentence';
import type { Span } from './text-spans';
import type { TypedValue } from './typed-values';

const CONCEPT_OF = new Map<string, string>();
for (const [concept, words] of Object.entries(concepts)) {
  for (const word of words.split(' ')) if (!CONCEPT_OF.has(word)) CONCEPT_OF.set(word, concept);
}

/** What a word is about ("price", "stock" …), by our list of concepts; null where it is in none. */
export function conceptOf(word: string): string | null {
  return CONCEPT_OF.get(bareWord(word)) ?? null;
}

/** What the whole sentence says: kinds of words and where, words, pairs, concepts, sorts of values, clauses. */
export function sentenceFeatures(sentence: Sentence): string[] {
  const features = new Set<string>(['bias', `lang:${sentence.language}`]);
  const { tokens, clauses, values } = sentence;
  for (const [at, token] of tokens.entries()) {
    const role = clauses[token.clause]?.role ?? 'fact';
    const next = tokens[at + 1];
    for (const kind of token.kinds) {
      features.add(`k:${kind}`).add(`k:${kind}@${role}`);
      for (const after of next?.kinds ?? []) if (after !== kind) features.add(`k:${kind}>${after}`);
      if (next && next.sorts !== '') features.add(`k:${kind}>${next.sorts}`);
    }
    if (token.sorts === '') {
      features.add(`w:${token.stem}`);
      if (next) features.add(`w:${token.stem} ${next.sorts === '' ? next.stem : '#'}`);
      const concept = conceptOf(token.text);
      if (concept !== null) features.add(`c:${concept}`).add(`c:${concept}@${role}`);
    }
  }
  for (const { role } of clauses) features.add(`role:${role}`);
  for (const { sort } of values) features.add(`v:${sort}`);
  features.add(`values:${Math.min(3, values.length)}`);
  const [first, last] = [tokens[0], tokens.at(-1)];
  for (const kind of first?.kinds ?? []) features.add(`first:${kind}`);
  for (const kind of last?.kinds ?? []) features.add(`last:${kind}`);
  for (const [a, b] of TOGETHER) if (features.has(`k:${a}`) && features.has(`k:${b}`)) features.add(`k:${a}&${b}`);
  if (/[?？]/.test(sentence.text)) features.add('asks');
  if (/[$€£¥]/.test(sentence.text)) features.add('sign');
  return [...features];
}

const TOGETHER: readonly (readonly [WordKind, WordKind])[] = [
  ['negation', 'available'],
  ['negation', 'unavailable'],
  ['noLonger', 'available'],
  ['noLonger', 'unavailable'],
  ['noLonger', 'present'],
  ['negation', 'present'],
  ['noLonger', 'becomes'],
  ['isIt', 'available'],
  ['who', 'changes'],
  ['whenAsked', 'changes'],
  ['howMany', 'changes'],
  ['newest', 'changes'],
  ['newest', 'added'],
];

/** Kinds that say how a value is compared. */
const COMPARES = new Set<WordKind>([
  ...(['lt', 'lte', 'gt', 'gte', 'between', 'outside', 'before', 'after', 'increases', 'decreases'] as const),
  ...(['negation', 'noLonger', 'becomes', 'if', 'newest', 'howMany', 'changes', 'contains'] as const),
]);

/** What stands around a typed value: which comparisons before and behind it, how near, and what it looks like. */
export function operandFeatures(sentence: Sentence, value: TypedValue): string[] {
  const { tokens, text } = sentence;
  const from = tokens.findIndex((token) => token.end > value.start);
  const behind = tokens.findIndex((token) => token.start >= value.end);
  const to = behind < 0 ? tokens.length : behind;
  const features = new Set<string>(['operand', `sort:${value.sort}`]);
  if (value.edge) features.add(`edge:${value.edge}`);
  const clause = tokens[Math.max(0, from)]?.clause ?? 0;
  features.add(`role:${sentence.clauses[clause]?.role}`);
  let nearest = true;
  for (let at = from - 1; at >= 0 && at >= from - 5; at--) {
    const token = tokens[at];
    if (!token || token.clause !== clause) break;
    for (const kind of token.kinds) {
      if (!COMPARES.has(kind)) continue;
      features.add(`before:${kind}`);
      if (nearest) features.add(`nearest:${kind}`);
    }
    if ([...token.kinds].some((kind) => COMPARES.has(kind))) nearest = false;
  }
  for (let at = to; at < to + 3; at++) {
    for (const kind of tokens[at]?.kinds ?? []) if (COMPARES.has(kind)) features.add(`behind:${kind}`);
  }
  neighbours(features, tokens, from, to);
  // After a year begins behind its last day, in a year behind the eve of its first.
  if (value.edge) for (const one of [...features]) if (EDGED.test(one)) features.add(`${value.edge} ${one}`);
  if (/[+＋]/.test(text.slice(value.end, value.end + 1))) features.add('plus');
  if (/[≤<]/.test(text.slice(Math.max(0, value.start - 2), value.start))) features.add('sign<');
  if (/[≥>]/.test(text.slice(Math.max(0, value.start - 2), value.start))) features.add('sign>');
  features.add(`order:${Math.min(2, sentence.values.filter(({ start }) => start < value.start).length)}`);
  if (!sentence.values.some(({ start }) => start >= value.end)) features.add('last value');
  if (to >= tokens.length) features.add('ends');
  if (/^(19|20)\d\d$/.test(value.written)) features.add('year-like');
  return [...features];
}

const EDGED = /^(?:w-1|before|nearest|behind):/;

function neighbours(features: Set<string>, tokens: readonly Token[], from: number, to: number): void {
  const [before, after] = [tokens[from - 1], tokens[to]];
  features.add(`w-1:${before?.stem ?? '^'}`).add(`w+1:${after?.stem ?? '$'}`);
  features.add(`w-2:${tokens[from - 2]?.stem ?? '^'} ${before?.stem ?? '^'}`);
  if (before?.capital && from > 1) features.add('behind a name');
  if (after?.capital) features.add('before a name');
  if (tokens[from]?.quoted) features.add('quoted');
  const glued = tokens[from];
  if (glued && /\p{L}/u.test(glued.text) && glued.digits) features.add('glued');
}

const SIGNIFICANT = new Set(['number', 'money', 'percent', 'quantity', 'date', 'time']);

/** The sorts of the values that a condition would leave out; a limit is seldom left out. */
export function unusedFeatures({ values }: Sentence, used: readonly TypedValue[]): string[] {
  const left = new Set<string>(used.length === 0 ? ['unused:none used'] : []);
  for (const one of values) {
    const taken = used.some(({ start, end }) => one.start < end && start < one.end);
    if (!taken && SIGNIFICANT.has(one.sort)) left.add(`unused:${one.sort}`);
  }
  return [...left];
}

/** What stands around and in a run of words that could be a status or a wanted word. */
export function spanFeatures({ tokens, clauses, text }: Sentence, span: Span): string[] {
  const [before, after, first, last] = [tokens[span.from - 1], tokens[span.to + 1], tokens[span.from], tokens[span.to]];
  const features = new Set<string>(['span', `length:${span.to - span.from + 1}`]);
  if (span.quoted) features.add('quoted');
  features.add(`role:${clauses[first?.clause ?? 0]?.role}`);
  features.add(`w-1:${before?.stem ?? '^'}`).add(`w+1:${after?.stem ?? '$'}`);
  features.add(`w:${text.slice(span.start, span.end).toLowerCase()}`);
  for (const kind of before?.kinds ?? []) features.add(`k-1:${kind}`);
  for (const kind of tokens[span.from - 2]?.kinds ?? []) features.add(`k-2:${kind}`);
  for (const kind of after?.kinds ?? []) features.add(`k+1:${kind}`);
  for (const kind of first?.kinds ?? []) features.add(`first:${kind}`);
  for (const kind of last?.kinds ?? []) features.add(`last:${kind}`);
  features.add(`first:w:${first?.stem}`).add(`last:w:${last?.stem}`);
  if (!after || after.clause !== last?.clause) features.add('ends its clause');
  if (!after) features.add('ends');
  if (!before || before.clause !== first?.clause) features.add('begins its clause');
  if (first?.capital && span.from > 0) features.add('capital');
  if (span.to === span.from && first?.sorts !== '') features.add('value');
  if (before?.gap !== '' || first?.gap !== '') features.add('gap before');
  return [...features];
}
