/** Soft hyphen, bidi and other marks without width, invisible operators, byte order mark; joiners apart. */
const NO_WIDTH = String.raw`\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff`;
const JOINERS = String.raw`\u200c\u200d`;
/** Controls that no database takes, or nobody sees: all but white space and next line. */
const CONTROLS = String.raw`\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f`;

/** Characters without width, and controls no database takes. */
const INVISIBLE = new RegExp(`[${CONTROLS}${NO_WIDTH}]`, 'g');

/** Joiners matter inside emoji and in Arabic and Indic scripts; elsewhere they only break words apart unseen. */
const JOINING_SCRIPTS = 'Arabic Devanagari Bengali Tamil Telugu Kannada Malayalam Sinhala'.split(' ');
const JOINED = JOINING_SCRIPTS.map((script) => String.raw`\p{Script=${script}}`).join('');
const IDLE_JOINER = new RegExp(String.raw`[${JOINERS}](?![\p{Extended_Pictographic}${JOINED}])`, 'gu');

/** Whether there is anything to take away or to mend, half surrogates among it. */
const NEEDS_CARE = new RegExp(String.raw`[${CONTROLS}${NO_WIDTH}${JOINERS}\ud800-\udfff]`);

const SHOWN = new RegExp(String.raw`[^\s\u0000-\u001f\u007f-\u009f${NO_WIDTH}${JOINERS}]`);

/** True where something would be left of the text: `collapse(text) !== ''`, at less cost. */
export function hasVisibleCharacter(text: string): boolean {
  return SHOWN.test(text);
}

/** The text without characters that nobody sees; broken surrogates become U+FFFD. White space stays as it is. */
export function visibleCharacters(text: string): string {
  if (!NEEDS_CARE.test(text)) return text;
  return text.replace(INVISIBLE, '').replace(IDLE_JOINER, '').toWellFormed();
}

/** One line: no invisible characters, every run of white space (also no-break and ideographic) one space, trimmed. */
export function collapse(text: string): string {
  return visibleCharacters(text).replace(/\s+/g, ' ').trim();
}
