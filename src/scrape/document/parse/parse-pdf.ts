import type { Failure } from '@/domain/outcome';
import type { ReadDocument } from '../understood-document';
import { collapse } from '../visible-characters';
import { element } from './parse-text';

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

/** Up to this many pages; a hostile file may state millions. */
const MAX_PAGES = 300;

type PdfAnswer = { ok: true; title: string; pages: string[] } | { ok: false; wrong: 'password' | 'damaged' | 'long' };

/**
 * The text of a PDF by unpdf. A hostile file can keep a core busy or fill the heap: time and memory are those of the
 * thread it is read in (src/threads). `bytes` are given away.
 */
async function readPdf(bytes: Uint8Array): Promise<PdfAnswer> {
  // It takes a quarter of a second to load: with the first PDF.
  const { extractText, getDocumentProxy, getMeta } = await import('unpdf');
  try {
    const pdf = await getDocumentProxy(bytes, { stopAtErrors: false, verbosity: 0 });
    if (pdf.numPages > MAX_PAGES) return { ok: false, wrong: 'long' };
    const { text } = await extractText(pdf, { mergePages: false });
    const { info } = await getMeta(pdf);
    return { ok: true, title: typeof info.Title === 'string' ? info.Title : '', pages: text };
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    return { ok: false, wrong: locked ? 'password' : 'damaged' };
  }
}
