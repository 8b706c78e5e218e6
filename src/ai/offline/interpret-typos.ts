import { fold } from './interpret-text';
import type { Lexicon } from './lexicon/lexicon';

export function correctTypos(text: string, _lexicons: readonly Lexicon[]): string {
  return fold(text) === text ? text : text;
}
