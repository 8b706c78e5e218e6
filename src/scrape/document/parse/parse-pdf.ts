import type { Failure } from '@/domain/outcome';
import type { ReadDocument } from '../understood-document';
import { collapse } from '../visible-characters';
import { element } from './parse-text';
import { type PdfAnswer, readPdf } from './pdf-reader';

/** The text of a PDF, page by page; fails where it has none (scans) or can't be opened (broken, password, too long). */
export async function parsePdf(bytes: Uint8Array): Promise<ReadDocument | { failure: Failure }> {
  const answer = await readPdf(bytes);
  if (!answer.ok) return { failure: failed(WRONG[answer.wrong]) };
  if (answer.pages.every((page) => collapse(page) === '')) return { failure: failed(WRONG.pictures) };
  const sections = answer.pages.map((text) => element('section', [element('pre', [{ text }], { preformatted: true })]));
  const title = collapse(answer.title).slice(0, 500);
  const root = element('body', sections);
  return { kind: 'pdf', root, title, language: null, structured: [], isWhole: true, document: null };
}

const WRONG: Record<(PdfAnswer & { ok: false })['wrong'] | 'pictures', string> = {
  pictures: 'The PDF holds no text, only pictures of pages.',
  password: 'The PDF asks for a password.',
  damaged: 'The PDF could not be opened; it seems to be damaged.',
  long: 'The PDF has more than 300 pages, which is more than we read.',
};

function failed(what: string): Failure {
  return {
    outcome: 'empty',
    message: `${what} Use the address of a web page or of a shorter PDF with readable text.`,
    retryable: false,
  };
}
