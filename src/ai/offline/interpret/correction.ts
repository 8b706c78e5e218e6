const UNIT =
  '(?:[€$£¥%]|°[CF]?|k|(?:euros?|eur|dollars?|usd|pounds?|quid|gbp|chf|francs?|franken|pesos?|reais|yen|cents?|grad|degrees?|degrés|graden|grados|gradi|graus|percent|prozent|procent)(?!\\p{L}))';
const AMOUNT = `([€$£¥]\\s?)?(\\d(?:[\\d.,']*\\d)?)(\\s?${UNIT})?`;
/** How people take a number back, in the prompts' languages. */
const TAKEN_BACK =
  "(?:no|nope|sorry|wait|hmm|oops|i mean(?:t)?|actually|make (?:that|it)|rather|or rather|correction|scratch that|let's say|nein|ach|äh|quatsch|moment|besser(?: gesagt)?|lieber|ich mein(?:e|te)|sagen wir|non|pardon|plutôt|ou plutôt|enfin|je veux dire|disons|nee|of nee|liever|ik bedoel|mejor(?: dicho)?|digo|perdón|quiero decir|não|aliás|melhor(?: dizendo)?|quer dizer|anzi|scusa|cioè|meglio|volevo dire)";
const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}.,])${AMOUNT}\\s?[,;–—…-]+\\s?(?:${TAKEN_BACK}[\\s,:–—-]+){1,3}${AMOUNT}(?![\\p{L}\\p{N}])`,
  'giu',
);

/** "below $300, no, 250": the second number stands for the first, with the first one's unit where it has none. */
export function withCorrections(text: string): string {
  return text.replace(PATTERN, (_whole, sign = '', _number, unit = '', sign2 = '', number2, unit2 = '') =>
    sign2 || unit2 ? `${sign2}${number2}${unit2}` : `${sign}${number2}${unit}`,
  );
}
