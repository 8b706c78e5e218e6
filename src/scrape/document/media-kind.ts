/** What a body is, as far as reading it goes. */
export type MediaKind = 'html' | 'json' | 'json-lines' | 'feed' | 'xml' | 'csv' | 'text' | 'pdf' | 'unsupported';

const BY_TYPE: [RegExp, MediaKind][] = [
  [/^(text\/html|application\/xhtml\+xml)$/, 'html'],
  [/^application\/(x-ndjson|ndjson|jsonl|x-jsonlines|jsonlines|json-seq|stream\+json)$/, 'json-lines'],
  [/^(application|text)\/([\w.+-]*\+)?json$/, 'json'],
  [/^application\/(rss|atom|rdf)\+xml$/, 'feed'],
  [/^(application|text)\/([\w.+-]*\+)?xml$/, 'xml'],
  [/^(text\/(csv|tab-separated-values|tsv)|application\/csv)$/, 'csv'],
  [/^application\/(x-)?pdf$/, 'pdf'],
  [/^text\/(plain|markdown|x-markdown|calendar|vcard|x-log|yaml|x-yaml)$|^application\/(x-)?(yaml|toml)$/, 'text'],
  [/^(image|video|audio|font|model)\//, 'unsupported'],
  [
    /^application\/(zip|gzip|x-7z-compressed|x-tar|x-rar-compressed|vnd\.rar|java-archive|wasm|msword|epub\+zip)$/,
    'unsupported',
  ],
  [/^application\/vnd\.(ms-|openxmlformats-|oasis\.opendocument|android|apple)/, 'unsupported'],
  [/^(text|application)\/(javascript|css|ecmascript|x-javascript)$/, 'unsupported'],
];

/** The media type without parameters, lower case; "" when the header is missing. */
export function mediaTypeOf(contentType: string | undefined): string {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/**
 * By the declared type where it says something, else by the first bytes. `path` helps where servers send files as
 * text/plain or octet-stream. Magic numbers win over a declared text type: a PDF is a PDF.
 */
export function mediaKind(mediaType: string, path: string, head: Uint8Array): MediaKind {
  const magic = kindOfMagic(head);
  if (magic !== null) return magic;
  const start = new TextDecoder('utf-8').decode(head.subarray(0, 1_024)).trimStart();
  const declared = BY_TYPE.find(([pattern]) => pattern.test(mediaType))?.[1] ?? null;
  if (declared === 'xml') return kindOfXml(start);
  // What then is no JSON is read as text all the same.
  if (declared === 'text') return kindOfPath(path) ?? (/^[[{]/.test(start) ? 'json' : 'text');
  if (declared !== null) return declared;
  return isBinary(head) ? 'unsupported' : (kindOfPath(path) ?? sniffText(start));
}

const MAGIC: [string, MediaKind][] = [
  ['%PDF-', 'pdf'],
  ['PK\u0003\u0004', 'unsupported'],
  ['\u001f\u008b', 'unsupported'],
  ['\u0089PNG', 'unsupported'],
  ['GIF8', 'unsupported'],
  ['\u00ff\u00d8\u00ff', 'unsupported'],
  ['7z\u00bc\u00af', 'unsupported'],
  ['Rar!\u001a', 'unsupported'],
  ['\u007fELF', 'unsupported'],
  ['\u0000asm', 'unsupported'],
  ['ID3', 'unsupported'],
];

function kindOfMagic(head: Uint8Array): MediaKind | null {
  const start = String.fromCharCode(...head.subarray(0, 16));
  if (start.slice(4, 8) === 'ftyp' || (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP')) return 'unsupported';
  return MAGIC.find(([bytes]) => start.startsWith(bytes))?.[1] ?? null;
}

function kindOfPath(path: string): MediaKind | null {
  const extension = /\.([a-z]{2,7})$/.exec(path.toLowerCase().slice(-12))?.[1];
  switch (extension) {
    case 'csv':
    case 'tsv':
      return 'csv';
    case 'json':
      return 'json';
    case 'jsonl':
    case 'ndjson':
      return 'json-lines';
    default:
      return null;
  }
}

function kindOfXml(start: string): MediaKind {
  if (/<(rss|feed|rdf:RDF)[\s>]/.test(start)) return 'feed';
  return /<html[\s>]|<!doctype html/i.test(start) ? 'html' : 'xml';
}

function sniffText(start: string): MediaKind {
  if (/^(<!doctype html|<html|<head|<body|<script|<!--|<meta|<title|<div|<p[\s>]|<h1|<table)/i.test(start))
    return 'html';
  if (start.startsWith('<?xml') || /^<(rss|feed)[\s>]/.test(start)) return kindOfXml(start);
  if (/^[[{]/.test(start)) return 'json';
  return /<(html|body|div|p|span|table)[\s>]/i.test(start) ? 'html' : 'text';
}

/** Control characters in the first bytes that no text has (MIME Sniffing, "binary data byte"). */
function isBinary(head: Uint8Array): boolean {
  const [first, second] = head;
  if ((first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe)) return false;
  return head
    .subarray(0, 1_024)
    .some((byte) => byte <= 8 || byte === 11 || (byte >= 14 && byte <= 26) || (byte >= 28 && byte <= 31));
}
