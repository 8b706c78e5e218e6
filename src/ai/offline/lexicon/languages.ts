import { dutch } from './dutch';
import { english } from './english';
import { french } from './french';
import { german } from './german';
import { italian } from './italian';
import { japanese } from './japanese';
import type { Lexicon } from './lexicon';
import { portuguese } from './portuguese';
import { spanish } from './spanish';

/** The languages of prompts, English first: it is taken where nothing tells. */
export const LEXICONS: readonly Lexicon[] = [english, german, french, spanish, portuguese, italian, dutch, japanese];
