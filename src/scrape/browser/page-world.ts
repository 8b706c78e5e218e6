import type { CDPSession, Page } from 'playwright-core';

/** Runs our scripts in the page's main frame, out of reach of the page's own (an isolated world of its document). */
export interface PageWorld {
  session: CDPSession;
  /** The value of the expression, awaited when it is a promise. Rejects when the document goes away meanwhile. */
  evaluate<T>(expression: string): Promise<T>;
  /** Of that world, by CDP's count, for what is asked by the session itself. */
  contextId(): Promise<number>;
}

/** Opens the road; one per page. */
export async function openPageWorld(page: Page): Promise<PageWorld> {
  const session = await page.context().newCDPSession(page);
  let known: number | null = null;
  let mainFrame: string | null = null;
  // The main frame keeps its id when it goes elsewhere; where it does not, the next try asks again.
  const frameId = async () => {
    mainFrame ??= (await session.send('Page.getFrameTree')).frameTree.frame.id;
    return mainFrame;
  };
  const enter = async () => {
    const params = { frameId: await frameId(), worldName: 'monitors' };
    const { executionContextId } = await session.send('Page.createIsolatedWorld', params).catch((error: unknown) => {
      mainFrame = null;
      throw error;
    });
    known = executionContextId;
    return known;
  };
  await frameId();
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) known = null;
  });
  return {
    session,
    contextId: async () => known ?? (await enter()),
    evaluate: async <T>(expression: string): Promise<T> => {
      const contextId = known ?? (await enter());
      const answer = await session
        .send('Runtime.evaluate', { expression, contextId, returnByValue: true, awaitPromise: true })
        .catch((error: unknown) => {
          known = null;
          throw error;
        });
      if (answer.exceptionDetails) {
        throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
      }
      return answer.result.value;
    },
  };
}

const DOCUMENT_GONE = new RegExp(
  'context with specified id|Execution context was destroyed|Inspected target navigated|uniqueContextId|' +
    'No frame for given id|Frame .*(not found|detached)',
  'i',
);

/** The document was replaced while a script ran in it: try again in the next one. */
export function isDocumentGone(error: unknown): boolean {
  return error instanceof Error && DOCUMENT_GONE.test(error.message);
}
