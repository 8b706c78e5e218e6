import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import type { Failure } from '@/domain/outcome';
import { element } from './parse-text';
import type { ReadDocument } from './read-document';
import { collapse } from './visible-characters';

const MAX_PAGES = 300;

/** The text of a PDF, page by page; fails where it has none (scans) or can't be opened (broken, password). */
export async function parsePdf(bytes: Uint8Array): Promise<ReadDocument | { failure: Failure }> {
  try {
    // pdf.js takes the buffer over; the caller keeps its own.
    const pdf = await getDocumentProxy(bytes.slice(), { stopAtErrors: false });
    try {
      if (pdf.numPages > MAX_PAGES)
        return { failure: failed(`The PDF has ${pdf.numPages} pages; we read up to ${MAX_PAGES}.`) };
      const { text: pages } = await extractText(pdf, { mergePages: false });
      const { info } = await getMeta(pdf);
      if (pages.every((page) => collapse(page) === '')) {
        return { failure: failed('The PDF holds no text, only pictures of pages.') };
      }
      const sections = pages.map((text) => element('section', [element('pre', [{ text }], { preformatted: true })]));
      const title = typeof info.Title === 'string' ? collapse(info.Title).slice(0, 500) : '';
      return { kind: 'pdf', root: element('body', sections), title, language: null, structured: [], document: null };
    } finally {
      await pdf.loadingTask.destroy();
    }
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    return {
      failure: failed(locked ? 'The PDF asks for a password.' : 'The PDF could not be opened; it seems to be damaged.'),
    };
  }
}

function failed(what: string): Failure {
  return {
    outcome: 'empty',
    message: `${what} Use the address of a web page or of a PDF with readable text.`,
    retryable: false,
  };
}
