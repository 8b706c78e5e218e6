/**
 * Runs once when a server starts. The worker lives in the same process as the pages; on serverless there is none, a
 * cron route drains the queue.
 */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: a constant of the build; in another form the edge gets all of it
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { getEnv } = await import('@/env');
    const [{ log }, { logWarnings }] = await Promise.all([import('@/ops/log'), import('@/ops/log')]);
    logWarnings(log());
    if (getEnv().VERCEL !== undefined) return;
    const { startWorkBesidePages } = await import('@/flows/upkeep/work');
    globalThis.__monitorsShutdown = startWorkBesidePages();
  }
}
