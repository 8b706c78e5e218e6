import { CONFUSABLE, CORE_WORDS } from '../lexicon/core-words';
import type { Lexicon } from '../lexicon/lexicon';
import { rankLanguages } from './language';
import { fold } from './text';

/**
 * Whether one slip of the fingers turns `typed` into `word`: two neighbours swapped, a letter left out, doubled or
 * added; a wrong letter only in longer words, because short ones lie too close together ("prize", "price").
 */
export function isSlip(typed: string, word: string): boolean {
  if (typed === word || Math.abs(typed.length - word.length) > 1) return false;
  let start = 0;
  while (start < typed.length && typed[start] === word[start]) start++;
  const rest = (text: string, from: number) => text.slice(from);
  if (typed.length === word.length) {
    const swapped = typed[start] === word[start + 1] && typed[start + 1] === word[start];
    if (swapped) return rest(typed, start + 2) === rest(word, start + 2);
    return word.length >= 6 && start > 0 && rest(typed, start + 1) === rest(word, start + 1);
  }
  if (start === 0) return false;
  const [longer, shorter] = typed.length > word.length ? [typed, word] : [word, typed];
  return rest(longer, start + 1) === rest(shorter, start);
}

function correction(typed: string, words: readonly string[], shortest: number): string | null {
  if (typed.length < shortest || CONFUSABLE.has(typed) || words.includes(typed)) return null;
  const found = words.filter((word) => word.length >= 4 && isSlip(typed, word));
  return found[0] ?? null;
}

/** What asks us to tell; a slip in it hides where the condition begins. */
const REQUESTS =
  'know tell notify please alert when benachrichtige informiere bescheid sobald previens prevenez avertissez avertis quand lorsque waarschuw weten wanneer zodra avisame avisa cuando avise quando avvisami'.split(
    ' ',
  );

/** "let me knwo", "benachrichtge mich": neighbours swapped or a letter left out; real words are longer or differ more. */
export function correctRequests(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}-])\p{L}{4,14}(?![\p{L}\p{N}-])/gu, (typed, offset: number) => {
    const plain = fold(typed);
    if ((offset > 0 && /\p{Lu}/u.test(typed)) || REQUESTS.includes(plain) || CONFUSABLE.has(plain)) return typed;
    return REQUESTS.find((word) => plain.length <= word.length && isSlip(plain, word)) ?? typed;
  });
}

/** German on a keyboard without umlauts. "fuer" and "ueber" whole, for Spanish has "fuera". */
const UMLAUTS =
  /(?<!\p{L})(?:fuer(?!\p{L})|ueber|\p{L}{0,12}(?:verfueg|guenst|moecht|koenn|wuerd|faell|naechst|hoeh|hoech|groess|aender|oeffn|spaet|frueh|plaetz|stueck|maerz|vorraet|erhaelt|kuerz|laeng|waerm|kaelt|zurueck|gebuehr|guelt|muess|haeng|laeuf|taegl|jaehr|buech|staed|schoen))/giu;

/** "verfuegbar", "faellt": with the umlauts that are meant. */
export function withUmlauts(text: string): string {
  return text.replace(UMLAUTS, (word) =>
    word.replace(/ae|oe|ue/giu, (pair) => {
      const umlaut = { a: 'ä', o: 'ö', u: 'ü' }[pair.charAt(0).toLowerCase()] ?? pair;
      return /\p{Lu}/u.test(pair.charAt(0)) ? umlaut.toUpperCase() : umlaut;
    }),
  );
}

/**
 * The prompt with mistyped words of conditions corrected ("pirce", "belwo", "in stok"); names stay: words with capital
 * letters (except at the start and in German) or digits are not touched. Meant for prompts that were not understood.
 */
export function correctTypos(text: string, lexicons: readonly Lexicon[]): string {
  const language = rankLanguages(text, lexicons)[0]?.lexicon.language ?? 'en';
  // "les than", "wen": English has few real words of three letters next to its core words (they are listed).
  const shortest = language === 'en' ? 3 : 4;
  const words = CORE_WORDS[language]?.split(' ') ?? [];
  return text.replace(/(?<![\p{L}\p{N}-])\p{L}{3,20}(?![\p{L}\p{N}-])/gu, (typed, offset: number) => {
    const capital = /^\p{Lu}/u.test(typed);
    if (/\p{Lu}/u.test(typed.slice(1)) || (capital && offset > 0 && language !== 'de')) return typed;
    return correction(fold(typed), words, shortest) ?? typed;
  });
}
