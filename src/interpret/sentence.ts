import functionWords from '@/domain/written/function-words.json' with { type: 'json' };
import { bareWord, stemOf } from '@/domain/written/stem';
import { type CutWord, cutWords } from './cut-words';
import { detectLanguage } from './detect-language';
import { type Language, languageFor, type WordKind } from './language';
import { type PersonsTime, type TypedValue, typedValues } from './typed-values';

/** A word with what is known of it. */
export interface Token extends CutWord {
  stem: string;
  kinds: ReadonlySet<WordKind>;
  /** The punctuation between the word before and this one: one of `,.?!;:()"-→` or "". */
  gap: string;
  clause: number;
  quoted: boolean;
  capital: boolean;
  digits: boolean;
  /** An article, a preposition, an auxiliary of the language. */
  function: boolean;
  /** Sorts of the typed values that it is a part of, joined; "" for none. */
  sorts: string;
}

/** A part of a sentence between its stops, and what it is there for. */
interface Clause {
  role: 'question' | 'trigger' | 'request' | 'chat' | 'fact';
}

/** A sentence of a person, looked at from all sides; nothing in it is decided yet. */
export interface Sentence {
  /** Web addresses are blanked out, so that offsets are those of the prompt. */
  text: string;
  language: string;
  tokens: readonly Token[];
  clauses: readonly Clause[];
  values: readonly TypedValue[];
  quotes: readonly { start: number; end: number }[];
  sources: readonly string[];
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"“”]{1,1900}[^\s<>"“”.,;:!?)]/giu;
const QUOTED = /["“„«»「『](?=\S)([^"“”„«»「」『』]{1,120})["”“»«」』]|(?<!\p{L})['‘]([^'‘’]{2,120})['’](?!\p{L})/gu;

/** Cuts a prompt into words with kinds, clauses, typed values and quotations, in time linear in its length. */
export function lookAt(prompt: string, time: PersonsTime): Sentence {
  const sources = [...new Set(prompt.match(ADDRESS) ?? [])].slice(0, 5);
  const text = prompt.replace(ADDRESS, (address) => ' '.repeat(address.length)).replace(/[’ʼ]/g, "'");
  const code = detectLanguage(text);
  const language = languageFor(code);
  const values = typedValues(text, code, time);
  const quotes = [...text.matchAll(QUOTED)].map(({ 0: whole, index }) => ({
    start: index + 1,
    end: index + whole.length - 1,
  }));
  const words = cutWords(text, code);
  const kinds = kindsOf(text, words, language);
  const clauses: Clause[] = [];
  const tokens = words.map((word, at): Token => {
    const gap = gapOf(text.slice(words[at - 1]?.end ?? 0, word.start));
    if (at === 0 || /[.?!;,→\-–:]/.test(gap) || kinds[at]?.has('if')) clauses.push({ role: 'fact' });
    return {
      ...word,
      stem: stemOf(word.text, code),
      kinds: kinds[at] ?? new Set(),
      gap,
      clause: clauses.length - 1,
      quoted: quotes.some(({ start, end }) => word.start >= start && word.end <= end),
      capital: /^\p{Lu}/u.test(word.text),
      digits: /\d/.test(word.text),
      function: isFunctionWord(word.text, code),
      sorts: sortsAt(values, word),
    };
  });
  return { text, language: code, tokens, clauses: withRoles(clauses, tokens, text), values, quotes, sources };
}

const FUNCTION_WORDS = new Map(Object.entries(functionWords).map(([code, words]) => [code, new Set(words.split(' '))]));
const KANA_ONLY = /^\p{Script=Hiragana}{1,3}$/u;

function isFunctionWord(word: string, language: string): boolean {
  return FUNCTION_WORDS.get(language)?.has(bareWord(word).replace(/'$/, '')) === true || KANA_ONLY.test(word);
}

function sortsAt(values: readonly TypedValue[], { start, end }: CutWord): string {
  const sorts = new Set<string>();
  for (const one of values) if (one.start < end && start < one.end) sorts.add(one.sort);
  return [...sorts].sort().join('+');
}

function gapOf(between: string): string {
  return /[.?!;,:()"“”„«»「」『』→–—]|(?<=\s)->?|-(?=\s)/u.exec(between)?.[0] ?? '';
}

function kindsOf(text: string, words: readonly CutWord[], language: Language): Set<WordKind>[] {
  const kinds = words.map(() => new Set<WordKind>());
  const stems = words.map((word) => stemOf(bareWord(word.text), language.code));
  for (const [at, stem] of stems.entries()) {
    for (const phrase of language.phrases.get(stem) ?? []) {
      if (!phrase.stems.every((part, i) => stems[at + i] === part)) continue;
      const rest =
        phrase.rest === null ? at + phrase.stems.length : behindGap(stems, at + phrase.stems.length, phrase.rest);
      if (rest === null) continue;
      for (let i = at; i < at + phrase.stems.length; i++) kinds[i]?.add(phrase.kind);
      if (phrase.rest !== null) for (let i = 0; i < phrase.rest.length; i++) kinds[rest + i]?.add(phrase.kind);
    }
  }
  for (const { text: piece, kind } of language.pieces) {
    for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + piece.length)) {
      words.forEach((word, i) => {
        if (word.start < at + piece.length && at < word.end) kinds[i]?.add(kind);
      });
    }
  }
  return kinds;
}

const WIDEST_GAP = 5;

/** Where the second half of a phrase in two halves ("kein … mehr") begins, at most five words behind the first. */
function behindGap(stems: readonly string[], at: number, rest: readonly string[]): number | null {
  for (let begin = at; begin <= at + WIDEST_GAP; begin++) {
    if (rest.every((part, i) => stems[begin + i] === part)) return begin;
  }
  return null;
}

/** What a clause is there for: the first that fits of chat, trigger, question, request; else it holds a fact. */
function withRoles(clauses: readonly Clause[], tokens: readonly Token[], text: string): Clause[] {
  const ofClauses = Map.groupBy(tokens, ({ clause }) => clause);
  return clauses.map((_, index) => {
    const own = ofClauses.get(index) ?? [];
    const has = (kind: WordKind): boolean => own.some(({ kinds }) => kinds.has(kind));
    const end = own.at(-1)?.end ?? 0;
    if (own.every(({ kinds }) => kinds.has('chat'))) return { role: 'chat' };
    if (has('if')) return { role: 'trigger' };
    if (/^\s*[?？]/.test(text.slice(end, end + 3))) return { role: 'question' };
    return { role: has('request') ? 'request' : 'fact' };
  });
}
