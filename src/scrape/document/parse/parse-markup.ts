import { type Document, DomHandler } from 'domhandler';
import { Parser } from 'htmlparser2';

/** The parser's time grows with the square of the depth: 20 s for 240,000 open elements. Pages have tens. */
const MAX_DEPTH = 4_000;
const CHUNK = 65_536;
const MAX_MS = 8_000;

export interface ParsedMarkup {
  document: Document;
  /** False where what stands behind was left out. */
  isWhole: boolean;
}

/**
 * HTML, or with `xmlMode` XML, as a document. Never throws. What stands behind 4,000 open elements, or behind 8
 * seconds of parsing, is left out: only hostile pages get there.
 */
export function parseMarkup(text: string, options: { xmlMode?: boolean } = {}): ParsedMarkup {
  const handler = new ShallowHandler();
  const parser = new Parser(handler, options);
  const end = performance.now() + MAX_MS;
  let read = 0;
  while (read < text.length && !handler.tooDeep && performance.now() <= end) {
    parser.write(text.slice(read, read + CHUNK));
    read += CHUNK;
  }
  if (!handler.tooDeep) parser.end();
  return { document: handler.root, isWhole: read >= text.length && !handler.tooDeep };
}

class ShallowHandler extends DomHandler {
  tooDeep = false;
  private pause = () => {};

  override onparserinit(parser: Parser): void {
    super.onparserinit(parser);
    this.pause = () => parser.pause();
  }

  override onopentag(name: string, attributes: Record<string, string>): void {
    super.onopentag(name, attributes);
    if (this.tagStack.length <= MAX_DEPTH) return;
    this.tooDeep = true;
    this.pause();
  }
}
