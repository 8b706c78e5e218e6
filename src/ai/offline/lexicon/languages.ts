import { english } from './english';
import { german } from './german';
import type { Lexicon } from './lexicon';

/** The languages of prompts, English first: it is taken where nothing tells. */
export const LEXICONS: readonly Lexicon[] = [english, german];
