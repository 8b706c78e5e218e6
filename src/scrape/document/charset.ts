import { analyse } from 'chardet';

const SNIFFED = 4_096;
const DETECTED = 65_536;
/** Below this, guesses on short texts are worse than the web's default. */
const SURE = 30;

/**
 * Bytes as text, by the order of the HTML standard: byte order mark, HTTP header, declaration in the document
 * (`<meta charset>`, XML), then UTF-8 where the bytes are valid, else detection, else windows-1252. Never throws.
 */
export function decodeBody(bytes: Uint8Array, contentType: string): { text: string; charset: string } {
  const charset =
    markOf(bytes) ??
    known(/charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType)?.[1]) ??
    declaredIn(bytes) ??
    detect(bytes);
  return { text: new TextDecoder(charset).decode(bytes), charset };
}

function markOf(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return null;
}

/** The canonical label, or null for one that no browser knows. */
function known(label: string | undefined): string | null {
  if (label === undefined) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function declaredIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SNIFFED));
  const xml = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{1,40})["']/i.exec(head)?.[1];
  const meta = /<meta\s[^>]{0,300}?charset\s*=\s*(?:["']\s*)?([\w:.-]{1,40})/i.exec(head)?.[1];
  const charset = known(xml ?? meta);
  // A declaration that could be read as ASCII can't be UTF-16 (HTML standard, prescan).
  return charset?.startsWith('utf-16') ? 'utf-8' : charset;
}

function detect(bytes: Uint8Array): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    const guesses = analyse(bytes.subarray(0, DETECTED)).filter((guess) => guess.confidence >= SURE);
    for (const { name } of guesses) {
      const charset = known(name);
      // A sound page never gets here as UTF-8; one broken byte in a long page does not make it another charset.
      if (charset !== null) return charset;
    }
    return 'windows-1252';
  }
}
