import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Up to this many pages; a hostile file may state millions. */
const MAX_PAGES = 300;
const DEADLINE_MS = 12_000;
const MAX_HEAP_MB = 256;

export type PdfAnswer =
  | { ok: true; title: string; pages: string[] }
  | { ok: false; wrong: 'password' | 'damaged' | 'long' | 'slow' };

/**
 * Runs unpdf in a thread of its own: a hostile PDF can keep a core busy or fill the heap, and then only that thread
 * ends. The code is text since bundlers do not carry worker files along.
 */
export function readPdfApart(bytes: Uint8Array, deadlineMs = DEADLINE_MS): Promise<PdfAnswer> {
  const worker = new Worker(READER, {
    eval: true,
    workerData: { bytes, module: unpdfModule(), maxPages: MAX_PAGES },
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish({ ok: false, wrong: 'slow' }), deadlineMs);
    function finish(answer: PdfAnswer): void {
      clearTimeout(timer);
      void worker.terminate();
      resolve(answer);
    }
    worker.once('message', finish);
    worker.once('error', () => finish({ ok: false, wrong: 'damaged' }));
    worker.once('exit', () => finish({ ok: false, wrong: 'damaged' }));
  });
}

/** Where the package is installed, seen from the app's folder: also right where this file was bundled elsewhere. */
function unpdfModule(): string {
  const fromApp = createRequire(path.join(/* turbopackIgnore: true */ process.cwd(), 'package.json'));
  return pathToFileURL(fromApp.resolve('unpdf')).href;
}

/** Checked against the package's types, since the code below is text. */
const NAMES = ['extractText', 'getDocumentProxy', 'getMeta'] as const satisfies (keyof typeof import('unpdf'))[];

const READER = `
const { parentPort, workerData } = require('node:worker_threads');
async function read({ bytes, module, maxPages }) {
  const { ${NAMES.join(', ')} } = await import(module);
  try {
    const pdf = await getDocumentProxy(bytes, { stopAtErrors: false, verbosity: 0 });
    if (pdf.numPages > maxPages) return { ok: false, wrong: 'long' };
    const { text } = await extractText(pdf, { mergePages: false });
    const { info } = await getMeta(pdf);
    return { ok: true, title: typeof info.Title === 'string' ? info.Title : '', pages: text };
  } catch (error) {
    return { ok: false, wrong: error && error.name === 'PasswordException' ? 'password' : 'damaged' };
  }
}
read(workerData).then((answer) => parentPort.postMessage(answer));
`;
