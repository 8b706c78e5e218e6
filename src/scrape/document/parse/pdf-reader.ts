/** Up to this many pages; a hostile file may state millions. */
const MAX_PAGES = 300;

export type PdfAnswer =
  | { ok: true; title: string; pages: string[] }
  | { ok: false; wrong: 'password' | 'damaged' | 'long' };

/**
 * The text of a PDF by unpdf. A hostile file can keep a core busy or fill the heap: time and memory are those of the
 * thread it is read in (src/threads). `bytes` are given away.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfAnswer> {
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
