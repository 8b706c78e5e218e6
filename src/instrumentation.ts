/**
 * Runs once when a server starts. The worker lives in the same process as the pages, unless `npm run worker` does its
 * work apart; on serverless there is none, requests and cron routes do it.
 */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: a constant of the build; in another form the edge gets all of it
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { getEnv, worksHere } = await import('@/env');
    const { log, logWarnings } = await import('@/ops/log');
    logWarnings(log());
    const { flushTelemetry, startTelemetry } = await import('@/ops/telemetry/telemetry');
    await startTelemetry();
    if (getEnv().VERCEL !== undefined) return;
    const stop = await (worksHere() ? startWork() : withoutWork());
    globalThis.__monitorsShutdown = async () => {
      await stop();
      await flushTelemetry();
    };
  }
}

async function startWork(): Promise<() => Promise<void>> {
  const { startWorkBesidePages } = await import('@/flows/upkeep/work');
  return startWorkBesidePages();
}

async function withoutWork(): Promise<() => Promise<void>> {
  const { closeDeps } = await import('@/flows/real-deps');
  return closeDeps;
}

/** A page, route or action that threw what nobody took; `digest` is what its page of the error names. */
export async function onRequestError(error: unknown): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: as above
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { log } = await import('@/ops/log');
    const digest = typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : undefined;
    log().error({ err: error, digest }, 'A page or a route failed');
  }
}
