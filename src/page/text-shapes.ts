/** A month as English writes it. */
export const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const HOUR = '\\d{1,2}(?:[:.h]\\d{2})?';
const NAME = "[\\p{L}\\p{N}'’&-]{0,30}";
const JOINT = '(?:of|the|and|&|for|in|at|de|von|la|le)';

const DIGIT = /\d/;

/**
 * Shapes that are facts wherever they stand in a line, in any language that writes them so. Before each what a line
 * needs to hold one, which is looked for sooner.
 */
export const SHAPES: readonly (readonly [needs: RegExp, shape: RegExp])[] = [
  // Telephone numbers, addresses of mail, "#35".
  [DIGIT, /[+(]?\d[\d\s().-]{6,18}\d/g],
  [/@/, /[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,3}/g],
  [/[#№]/, /[#№]\s?\d{1,8}/g],
  // "9am-5pm", "10:00 – 18:00", "8h à 12h30".
  [
    DIGIT,
    new RegExp(
      `${HOUR}\\s?(?:[ap]\\.?m\\.?|h)?\\s?(?:[-–—]|to|à|bis|a)\\s?${HOUR}` +
        '(?:\\s?(?:[ap]\\.?m\\.?|h(?:\\d{2})?)(?!\\p{L}))?',
      'giu',
    ),
  ],
  // A year by itself, and days as English writes them without a year.
  [DIGIT, /(?<![\d.,])(?:19|20)\d{2}(?![.,]\d|\d)/g],
  [DIGIT, new RegExp(`${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:, \\d{4})?`, 'gi')],
  [DIGIT, new RegExp(`\\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?: \\d{4})?`, 'gi')],
  // Names of several words with capitals, and what stands between quotation marks.
  [/ /, new RegExp(`\\p{Lu}[\\p{L}\\p{N}'’.&-]{0,30}(?: ${JOINT} \\p{Lu}${NAME}| [\\p{Lu}\\p{N}]${NAME}){1,8}`, 'gu')],
  [/[“"]/, /[“"][^“”"]{2,60}[”"]/gu],
];
