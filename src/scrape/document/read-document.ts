import type { Failure } from '@/domain/outcome';
import { decodeBody } from './charset';
import { type MediaKind, mediaKind } from './media-kind';
import { parseCsv } from './parse/parse-csv';
import { parseFeedDocument } from './parse/parse-feed';
import { parseHtml } from './parse/parse-html';
import { parseJson, parseJsonLines } from './parse/parse-json';
import { parsePdf } from './parse/parse-pdf';
import { parseText } from './parse/parse-text';
import { parseXml } from './parse/parse-xml';
import { readStructured } from './structured/structured-data';
import type { ReadDocument } from './understood-document';

export interface DocumentBody {
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
