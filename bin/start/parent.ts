/**
 * An npm that is killed cannot pass that on, and the app would live on unseen: calls `ended` once when npm is gone.
 * Does nothing where npm did not start this process.
 */
export function watchParent(ended: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    ended();
  }, 500);
  timer.unref();
}
