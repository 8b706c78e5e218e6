/** Characters without width (zero-width spaces and joiners, soft hyphen, bidi marks), and controls no database takes. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it is about
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** Joiners matter inside emoji and in Arabic and Indic scripts; elsewhere they only break words apart unseen. */
const IDLE_JOINER =
  /[\u200c\u200d](?![\p{Extended_Pictographic}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}])/gu;

const NEEDS_CARE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it is about
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]/;

const SHOWN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it is about
  /[^\s\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;

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
