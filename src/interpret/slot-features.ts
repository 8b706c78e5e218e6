import { conceptOf } from './condition-features';
import type { Condition } from './condition-options';
import { factWords } from './property-words';
import type { Sentence, Token } from './sentence';

/** What is known of each word for its slot: itself, its neighbours, its clause, and its part in the condition. */
export function slotFeatures(sentence: Sentence, condition: Condition): string[][] {
  const common = sentence.tokens.map((token) => wordFeatures(token));
  const first = firstOfClauses(sentence.tokens);
  const runs = runsOf(sentence.tokens);
  const facts = factsOf(sentence);
  return sentence.tokens.map((token, at) => {
    const features = ['bias', ...(common[at] ?? [])];
    for (const distance of [-2, -1, 1, 2]) {
      const other = sentence.tokens[at + distance];
      if (!other) features.push(`${distance}:none`);
      else for (const feature of common[at + distance] ?? []) features.push(`${distance}:${feature}`);
    }
    const [before, next] = [sentence.tokens[at - 1], sentence.tokens[at + 1]];
    features.push(`${before?.stem ?? '^'} ${token.stem}`, `${token.stem} ${next?.stem ?? '$'}`);
    features.push(`gap:${token.gap}`, `next gap:${next?.gap ?? '$'}`);
    const role = sentence.clauses[token.clause]?.role ?? 'fact';
    features.push(
      `role:${role}`,
      `clause:${Math.min(3, token.clause)}`,
      `role:${role}/${at - (first[token.clause] ?? 0)}`,
    );
    features.push(`role before:${sentence.clauses[token.clause - 1]?.role ?? 'none'}`);
    features.push(`op:${condition.op}`, `sort:${condition.sort}`);
    if (part(token, condition)) features.push('operand', `operand:${condition.op}`);
    if (token.clause === lastClauseOf(sentence)) features.push('last clause');
    features.push(...runFeatures(runs, at, token, role));
    if (facts[at] !== null) features.push(`f:${facts[at]}`, `f:${facts[at]}/${role}`);
    features.push(...behindKinds(sentence.tokens, at));
    return features;
  });
}

function wordFeatures(token: Token): string[] {
  const features = [`w:${token.stem}`];
  for (const kind of token.kinds) features.push(`k:${kind}`);
  const concept = conceptOf(token.text);
  if (concept !== null) features.push(`c:${concept}`);
  if (token.capital) features.push('capital');
  if (token.digits) features.push('digits');
  if (token.quoted) features.push('quoted');
  if (token.sorts !== '') features.push(`s:${token.sorts}`);
  features.push(isContent(token) ? 'content' : token.function ? 'function' : 'known');
  if (token.text.length <= 3) features.push('short');
  if (/^\p{Lu}{2,}$/u.test(token.text)) features.push('capitals');
  if (token.text.endsWith("'s")) features.push('possessive');
  return features;
}

/** A word that is neither a function word nor of any kind we know: a name, or what it is about. */
function isContent(token: Token): boolean {
  return !token.function && token.kinds.size === 0 && (token.sorts === '' || token.digits);
}

interface Run {
  from: number;
  to: number;
  index: number;
}

/** Stretches of words without function words, stops or words of request and comparison between them. */
function runsOf(tokens: readonly Token[]): (Run | null)[] {
  const runs: (Run | null)[] = [];
  let index = 0;
  for (const [at, token] of tokens.entries()) {
    const last = runs[at - 1] ?? null;
    if (token.function) runs.push(null);
    else if (last && token.gap === '') {
      last.to = at;
      runs.push(last);
    } else runs.push({ from: at, to: at, index: index++ });
  }
  return runs;
}

function runFeatures(runs: readonly (Run | null)[], at: number, token: Token, role: string): string[] {
  const run = runs[at];
  if (!run) return ['no run'];
  const features = [`run:${Math.min(4, run.index)}/${role}`, `run length:${Math.min(5, run.to - run.from + 1)}`];
  if (run.from === at) features.push('begins run');
  if (run.to === at) features.push('ends run');
  if (isContent(token)) features.push(`content/${role}`, `content/run:${Math.min(4, run.index)}`);
  const concept = conceptOf(token.text);
  if (concept !== null) features.push(`concept ${run.to === at ? 'ends' : 'in'} run/${role}`);
  return features;
}

/** For each word the well-known fact that it names, alone or in a phrase. */
function factsOf({ tokens, language }: Sentence): (string | null)[] {
  const facts: (string | null)[] = tokens.map(() => null);
  const words = tokens.map(({ text }) => text);
  for (const { word, from, to } of factWords(words, language)) {
    if (word.startsWith('#')) facts.fill(word, from, to + 1);
  }
  return facts;
}

function firstOfClauses(tokens: readonly Token[]): number[] {
  const first: number[] = [];
  for (const [at, { clause }] of tokens.entries()) first[clause] ??= at;
  return first;
}

function lastClauseOf({ tokens }: Sentence): number {
  return tokens.at(-1)?.clause ?? 0;
}

function part({ start, end }: Token, { value, value2, text }: Condition): boolean {
  return [value, value2, text].some((one) => one !== null && start < one.end && one.start < end);
}

/** The nearest excluding or negating word before this one in its clause: "not the (slim) Lite". */
function behindKinds(tokens: readonly Token[], at: number): string[] {
  for (let before = at - 1; before >= Math.max(0, at - 5); before--) {
    const token = tokens[before];
    if (!token || token.clause !== tokens[at]?.clause) break;
    if (token.kinds.has('except')) return [`behind except:${at - before}`, `behind except:w:${token.stem}`];
  }
  return [];
}
