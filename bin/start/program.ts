export interface Program {
  /** What has to be undone at the end, last first. */
  undo: (() => unknown)[];
  /** Aborted once the program is asked to end. */
  interrupted: AbortSignal;
}

/**
 * Runs a program until it is asked to end: by Ctrl-C, by whoever started it, or because its start failed. Then undoes
 * what was started and ends this process; what takes longer than `stopWithinMs` is left.
 */
export function runProgram(start: (program: Program) => Promise<void>, stopWithinMs = 20_000): void {
  const undo: Program['undo'] = [];
  const interrupted = new AbortController();
  let stopping: Promise<never> | undefined;
  const stop = (code: number) => {
    stopping ??= (async () => {
      interrupted.abort();
      setTimeout(() => process.exit(code || 1), stopWithinMs).unref();
      // What is being started in this moment is waited for, so that it can be ended too.
      await starting;
      await undoAll(undo);
      process.exit(code);
    })();
  };
  const stopForSignal = () => {
    if (stopping === undefined) console.log('\nStopping …');
    stop(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopForSignal);
  watchParent(stopForSignal);
  const starting = start({ undo, interrupted: interrupted.signal }).catch((error: unknown) => {
    if (stopping === undefined) {
      console.error(`\n${error instanceof Error ? error.message : error}`);
      if (error instanceof Error && error.cause instanceof Error) console.error(error.cause.message);
    }
    stop(1);
  });
}

async function undoAll(undo: Program['undo']): Promise<void> {
  for (const step of undo.reverse()) {
    try {
      await step();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  }
}

/**
 * An npm that is killed cannot pass that on, and the app would live on unseen: calls `ended` once when npm is gone.
 * Does nothing where npm did not start this process.
 */
function watchParent(ended: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    ended();
  }, 500);
  timer.unref();
}
