import { Pool } from 'undici';

export interface Shot {
  path: string;
  headers: Record<string, string>;
}

/** What a load gave. Times in milliseconds. */
export interface Result {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  /** Answers that were not 2xx. */
  refused: number;
}

/** Sends shots for so many milliseconds, so many at a time, each on a kept connection. */
export async function load(origin: string, next: () => Shot, concurrency: number, ms: number): Promise<Result> {
  const pool = new Pool(origin, { connections: concurrency, pipelining: 1 });
  const times: number[] = [];
  let refused = 0;
  const began = performance.now();
  const shooter = async () => {
    while (performance.now() - began < ms) {
      const { path, headers } = next();
      const since = performance.now();
      const { statusCode, body } = await pool.request({ method: 'GET', path, headers });
      await body.dump({ limit: 10_000_000 });
      times.push(performance.now() - since);
      if (statusCode >= 300) refused += 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, shooter));
  const seconds = (performance.now() - began) / 1_000;
  await pool.close();
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { perSecond: times.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), refused };
}
