import { analyse } from 'chardet';
import type { Failure } from '@/domain/outcome';
import { type MediaKind, mediaKind } from './media-kind';
import { parseFeedDocument } from './parse/parse-feed';
import { parseHtml } from './parse/parse-html';
import { parseJson, parseJsonLines } from './parse/parse-json';
import { parseXml } from './parse/parse-markup';
import { parsePdf } from './parse/parse-pdf';
import { parseCsv, parseText } from './parse/parse-text';
import { readStructured } from './structured/structured-data';
import type { ReadDocument } from './understood-document';

interface DocumentBody {
  /** Where it was found, after redirects. */
  url: string;
  mediaType: string;
  /** The whole Content-Type header, for its charset. */
  contentType: string;
  body: string | Uint8Array;
}

export const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** Reads a body by what it is. Fails, with a sentence for the person, on what holds no text or is too large. */
export async function readDocument(input: DocumentBody): Promise<ReadDocument | { failure: Failure }> {
  if (input.body.length > MAX_BODY_BYTES) return { failure: tooLarge() };
  const bytes = typeof input.body === 'string' ? new TextEncoder().encode(input.body.slice(0, 2_048)) : input.body;
  const kind = mediaKind(input.mediaType, URL.parse(input.url)?.pathname ?? '', bytes);
  if (kind === 'unsupported') return { failure: unsupported(input.mediaType) };
  if (kind === 'pdf') {
    return typeof input.body === 'string' ? { failure: unsupported('application/pdf') } : parsePdf(input.body);
  }
  const text = typeof input.body === 'string' ? input.body : decodeBody(input.body, input.contentType).text;
  return readText(kind, text, input.url);
}

function readText(kind: Exclude<MediaKind, 'unsupported' | 'pdf'>, text: string, url: string): ReadDocument {
  switch (kind) {
    case 'html': {
      const page = parseHtml(text, url);
      return { kind, ...page, structured: readStructured(page.document, url) };
    }
    case 'json':
      return parseJson(text);
    case 'json-lines':
      return parseJsonLines(text);
    case 'feed':
      return parseFeedDocument(text, url);
    case 'xml':
      return parseXml(text, url);
    case 'csv':
      return parseCsv(text);
    case 'text':
      return parseText(text);
  }
}

function tooLarge(): Failure {
  return {
    outcome: 'unavailable',
    message:
      'The page is larger than 10 MB, which is more than we read. Use a smaller page that shows the same ' +
      'fact, for example the page of the single item.',
    retryable: false,
  };
}

function unsupported(mediaType: string): Failure {
  const what = mediaType.startsWith('image/')
    ? 'an image'
    : /^(video|audio)\//.test(mediaType)
      ? 'a video or sound'
      : 'a file';
  return {
    outcome: 'empty',
    message:
      `The address leads to ${what}, not to a page with text. We read web pages, JSON, feeds, XML, CSV, ` +
      'plain text and PDF: use the address of a page that shows the fact.',
    retryable: false,
    detail: `unsupported media type ${mediaType.slice(0, 80)}`,
  };
}

const SNIFFED = 4_096;
const DETECTED = 65_536;
/** Below this, guesses on short texts are worse than the web's default. */
const SURE = 30;

/**
 * Bytes as text, by the order of the HTML standard: byte order mark, HTTP header, declaration in the document
 * (`<meta charset>`, XML), then UTF-8 where the bytes are valid, else detection, else windows-1252. Never throws.
 */
function decodeBody(bytes: Uint8Array, contentType: string): { text: string; charset: string } {
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
