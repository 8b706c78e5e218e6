import type { Program } from './program';
import type { Serving } from './serve';

declare global {
  /** Set by src/instrumentation.ts: puts the evaluation worker and the browser down. */
  var __monitorsShutdown: (() => Promise<void>) | undefined;
}

/** Answers on the port until the program ends. */
export async function answer(
  { undo, interrupted }: Program,
  options: { dev: boolean; port: number; hosts: string[] },
): Promise<void> {
  if (interrupted.aborted) return;
  let serving: Serving | undefined;
  undo.push(() => serving?.close());
  undo.push(() => globalThis.__monitorsShutdown?.());
  // Only now: Next looks at NODE_ENV when it is loaded.
  const { serve } = await import('./serve');
  // tsx turns source maps on; reading those of Next and its chunks took a second of every start.
  process.setSourceMapsEnabled(false);
  serving = await serve(options);
}
