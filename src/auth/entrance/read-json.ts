import { DomainError } from '@/domain/errors';
import { mapTexts } from '@/domain/written/storable-text';

/** What we take has a handful of levels; each costs whoever walks through it a frame of the stack. */
const MOST_DEPTH = 32;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/**
 * Looks through JSON text once, before anything parses it, for how deep it is nested.
 * @throws DomainError `invalid` / `too_deep`.
 */
export function assertShallow(json: string): void {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (quoted && code === BACKSLASH) at += 1;
    else if (code === QUOTE) quoted = !quoted;
    else if (quoted) continue;
    else if (CLOSING.has(code)) depth -= 1;
    else if (OPENING.has(code)) {
      depth += 1;
      if (depth > MOST_DEPTH) throw tooDeep();
    }
  }
}

/**
 * Parsed JSON as PostgreSQL and JSON can hold it again: half a surrogate pair becomes U+FFFD, in keys too. Its input
 * has passed `assertShallow`.
 * @throws DomainError `invalid` / `nul_character`: nobody means U+0000.
 */
export function withStorableText(value: unknown): unknown {
  return mapTexts(value, storableInput);
}

/** A text that somebody sends. @throws DomainError `invalid` / `nul_character`. */
export function storableInput(text: string): string {
  if (text.includes('\0'))
    throw new DomainError('invalid', 'nul_character', 'Texts must not contain the character U+0000.');
  return text.toWellFormed();
}

function tooDeep(): DomainError {
  return new DomainError(
    'invalid',
    'too_deep',
    `JSON can be nested at most ${MOST_DEPTH} levels deep. Send it flatter.`,
  );
}
