import functionWords from '@/domain/written/function-words.json' with { type: 'json' };
import { bareWord, stemOf } from '@/domain/written/stem';
import { cutWords } from './cut-words';
import { LANGUAGE_CODES, languageFor } from './language';

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HAN = /\p{Script=Han}/u;

const OWN = new Map(Object.entries(functionWords).map(([code, words]) => [code, new Set(words.split(' '))]));

/** How telling a function word is: one that many languages share says little. */
function tellingOf(bare: string): number {
  let languages = 0;
  for (const words of OWN.values()) if (words.has(bare)) languages++;
  return languages === 0 ? 0 : 1 / languages;
}

/**
 * The language of a sentence among ours, by its function words and the phrases in which people ask; "en" where
 * nothing tells.
 */
export function detectLanguage(text: string): string {
  if (KANA.test(text) || HAN.test(text)) return 'ja';
  const bare = cutWords(text, 'fr').map((word) => bareWord(word.text).replace(/['’]$/, ''));
  let [best, most] = ['en', 0.01];
  for (const code of LANGUAGE_CODES) {
    const score = scoreOf(bare, code) + (code === 'en' ? 0.01 : 0);
    if (score > most) [best, most] = [code, score];
  }
  return best;
}

function scoreOf(bare: readonly string[], code: string): number {
  const own = OWN.get(code);
  const { phrases } = languageFor(code);
  const stems = bare.map((word) => stemOf(word, code));
  let score = 0;
  for (const [at, word] of bare.entries()) {
    if (own?.has(word)) score += tellingOf(word);
    const asks = phrases.get(stems[at] ?? '')?.some(({ stems: all }) => all.every((stem, i) => stems[at + i] === stem));
    if (asks) score += 0.3;
  }
  return score;
}
