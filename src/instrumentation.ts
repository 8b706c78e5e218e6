/**
 * Runs once when a server starts. The worker lives in the same process as the pages; on serverless there is none, a
 * cron route drains the queue. Imports inside, so that a build that only looks at this file loads none of it.
 */
export async function register(): Promise<void> {
  const { getEnv } = await import('@/env');
  if (getEnv().VERCEL !== undefined) return;
  const { realDeps } = await import('@/flows/real-deps');
  const { startWork } = await import('@/flows/work');
  const work = await startWork(realDeps());
  globalThis.__monitorsShutdown = work.stop;
}
