import { z } from 'zod';
import { bareWord, stemOf } from '@/domain/written/stem';
import { cutWords } from './cut-words';
import de from './languages/de.json' with { type: 'json' };
import en from './languages/en.json' with { type: 'json' };
import es from './languages/es.json' with { type: 'json' };
import fr from './languages/fr.json' with { type: 'json' };
import it from './languages/it.json' with { type: 'json' };
import ja from './languages/ja.json' with { type: 'json' };
import nl from './languages/nl.json' with { type: 'json' };
import pt from './languages/pt.json' with { type: 'json' };

/** Phrases of one kind, several on a line with " | " between them. */
const Phrases = z
  .array(z.string().min(1).max(120))
  .min(1)
  .transform((lines) => lines.flatMap((line) => line.split('|').map((phrase) => phrase.trim())))
  .pipe(z.array(z.string().min(1)));

/**
 * What people say in a language when they ask to be told: one list of phrases for each kind. The kinds are features
 * for models that were trained, so a phrase may stand in several and none decides anything alone.
 */
export const LanguageWords = z.strictObject({
  request: Phrases,
  chat: Phrases,
  if: Phrases,
  who: Phrases,
  whenAsked: Phrases,
  where: Phrases,
  howMany: Phrases,
  howMuch: Phrases,
  what: Phrases,
  isIt: Phrases,
  lt: Phrases,
  lte: Phrases,
  gt: Phrases,
  gte: Phrases,
  between: Phrases,
  outside: Phrases,
  before: Phrases,
  after: Phrases,
  increases: Phrases,
  decreases: Phrases,
  changes: Phrases,
  added: Phrases,
  removed: Phrases,
  negation: Phrases,
  noLonger: Phrases,
  again: Phrases,
  available: Phrases,
  unavailable: Phrases,
  present: Phrases,
  contains: Phrases,
  except: Phrases,
  newest: Phrases,
  becomes: Phrases,
  perWord: Phrases,
  and: Phrases,
  page: Phrases,
});

const LanguageFile = LanguageWords.extend({
  /** Numbers in words, ordinals among them: "eighteen", "third". */
  numbers: z.record(z.string(), z.int().min(1)),
  /** What makes digits an ordinal: "th", "º". */
  ordinalEndings: z.array(z.string().min(1)),
});
export type WordKind = keyof z.infer<typeof LanguageWords>;

interface Phrase {
  stems: readonly string[];
  /** What follows behind a gap, where the phrase has two halves ("kein … mehr"). */
  rest: readonly string[] | null;
  kind: WordKind;
}

export interface Language {
  code: string;
  /** By the first stem; for Japanese the phrases as written, matched as pieces of the text. */
  phrases: ReadonlyMap<string, readonly Phrase[]>;
  pieces: readonly { text: string; kind: WordKind }[];
  /** By the word without accents. */
  numbers: ReadonlyMap<string, number>;
  ordinalEndings: ReadonlySet<string>;
}

const FILES: Record<string, unknown> = { en, de, fr, es, it, pt, nl, ja };
export const LANGUAGE_CODES: readonly string[] = Object.keys(FILES);

const compiled = new Map<string, Language>();

/** The language of a code; English for one that is not among ours. */
export function languageFor(code: string): Language {
  const known = code in FILES ? code : 'en';
  const made = compiled.get(known) ?? compile(known, LanguageFile.parse(FILES[known]));
  compiled.set(known, made);
  return made;
}

function compile(code: string, file: z.infer<typeof LanguageFile>): Language {
  const { numbers, ordinalEndings, ...words } = file;
  const counting = {
    numbers: new Map(Object.entries(numbers).map(([word, number]) => [bareWord(word), number])),
    ordinalEndings: new Set(ordinalEndings),
  };
  const all = Object.entries(words).flatMap(([kind, phrases]) =>
    phrases.map((text) => ({ kind: kind as WordKind, text })),
  );
  if (code === 'ja') return { code, phrases: new Map(), pieces: all, ...counting };
  const phrases = all.map(({ kind, text }) => ({
    kind,
    ...halvesOf(text, code),
  }));
  return {
    code,
    phrases: Map.groupBy(
      phrases.filter(({ stems }) => stems.length > 0),
      first,
    ),
    pieces: [],
    ...counting,
  };
}

function halvesOf(text: string, code: string): Pick<Phrase, 'stems' | 'rest'> {
  const [stems = [], rest = null] = text
    .split('…')
    .map((half) => cutWords(half, code).map((word) => stemOf(bareWord(word.text), code)));
  return { stems, rest };
}

const first = ({ stems: [stem = ''] }: Phrase): string => stem;
