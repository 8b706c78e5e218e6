/** Text made uniform for parsing, with the way back to the original's UTF-16 offsets. */
export interface FoldedText {
  text: string;
  original: string;
  /** Offset in `original` of the character at `index` of `text`; `text.length` maps to `original.length`. */
  at(index: number): number;
}

/** Code points of the digit zero of scripts that write numbers in positions (Unicode category Nd). */
const ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0,
  0x0f20, 0x1040, 0x17e0, 0x1810, 0xff10,
];

const SPACES = new Set([0xa0, 0x202f, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a]);

const SINGLES = new Map([
  [0x2212, '-'],
  [0x2010, '-'],
  [0x2011, '-'],
  [0xfe63, '-'],
  [0x2012, '–'],
  [0x2014, '–'],
  [0x2015, '–'],
  [0x2019, "'"],
  [0x02bc, "'"],
  [0x3000, ' '],
  [0x066a, '%'],
  [0xfe69, '$'],
  [0xfe50, ','],
  [0xfe52, '.'],
  [0xffe5, '¥'],
  [0xffe1, '£'],
  [0xffe0, '¢'],
  [0xffe6, '₩'],
]);

const NEEDS_FOLDING = /[^\t\n\r -~]/;

/** Zero-width characters, bidirectional controls and soft hyphens: invisible, so they must not split a number. */
function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    code === 0x61c ||
    code === 0xfeff ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069)
  );
}

/** What a character above ASCII becomes; null where it is left out. */
function foldUnit(code: number): number | null {
  if (isInvisible(code)) return null;
  // Latin with accents, which is most of what stands above ASCII.
  if (code > 0xa0 && code < 0x2bc) return code;
  const single = SINGLES.get(code);
  if (single !== undefined) return single.charCodeAt(0);
  if (SPACES.has(code)) return 0xa0;
  for (const zero of ZEROS) if (code >= zero && code < zero + 10) return 0x30 + code - zero;
  return code > 0xff00 && code < 0xff5f ? code - 0xfee0 : code;
}

/**
 * Digits of all scripts become ASCII, full-width forms half-width, the kinds of minus "-", of dash "–", of
 * typographic space a no-break space, of apostrophe "'"; what cannot be seen is dropped.
 */
export function foldText(original: string): FoldedText {
  if (lastFolded.original !== original) lastFolded = folded(original);
  return lastFolded;
}

/** The last answer is kept: numbers, amounts, dates and more are looked for in each line of a page in turn. */
let lastFolded: FoldedText = { text: '', original: '', at: () => 0 };

function folded(original: string): FoldedText {
  if (!NEEDS_FOLDING.test(original)) return { text: original, original, at: (index) => index };
  const offsets = new Uint32Array(original.length + 1);
  let [text, length, copied] = ['', 0, 0];
  for (let index = 0; index < original.length; index++) {
    const code = original.charCodeAt(index);
    const unit = code < 0x80 ? code : foldUnit(code);
    if (unit !== code) {
      text += original.slice(copied, index) + (unit === null ? '' : String.fromCharCode(unit));
      copied = index + 1;
    }
    if (unit !== null) offsets[length++] = index;
  }
  offsets[length] = original.length;
  text += original.slice(copied);
  return { text, original, at: (index) => offsets[index] ?? original.length };
}

/** The original's slice that a range of the folded text stands for. */
export function originalSpan(folded: FoldedText, start: number, end: number) {
  const from = folded.at(start);
  const to = end > start ? folded.at(end - 1) + 1 : from;
  return { start: from, end: to, quote: folded.original.slice(from, to) };
}

/** For comparing wording: NFKC, lower case, straight quotes and hyphens, single spaces, no invisible characters. */
export function foldForComparison(text: string): string {
  return foldText(text.normalize('NFKC'))
    .text.replace(/[“”„«»‟]/g, '"')
    .replace(/[‘‚‛]/g, "'")
    .replace(/–/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
