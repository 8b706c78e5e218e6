import snowball from 'snowball-stemmers';

/** The languages whose sentences are understood, with their snowball algorithm; Japanese has no endings to cut. */
const ALGORITHMS: Record<string, string> = {
  en: 'english',
  de: 'german',
  fr: 'french',
  es: 'spanish',
  it: 'italian',
  pt: 'portuguese',
  nl: 'dutch',
};

type Stemmer = { stem: (word: string) => string };

const stemmers = new Map<string, Stemmer>();
const MOST_KNOWN = 50_000;
const known = new Map<string, string>();

function stemmerOf(language: string): Stemmer | null {
  const algorithm = ALGORITHMS[language];
  if (algorithm === undefined) return null;
  const made = stemmers.get(language) ?? snowball.newStemmer(algorithm);
  stemmers.set(language, made);
  return made;
}

/** Lower case without accents: "Überprüfung" → "uberprufung", "ß" → "ss". */
export function bareWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
}

/** The stem of one word in a language ("en", "de" …), without accents; words with digits stay whole. */
export function stemOf(word: string, language: string): string {
  const bare = bareWord(word);
  if (bare.length < 4 || /[^\p{L}]/u.test(bare)) return bare;
  const key = `${language} ${bare}`;
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  const stem = bareWord(stemmerOf(language)?.stem(word.toLowerCase()) ?? bare);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, stem);
  return stem;
}
