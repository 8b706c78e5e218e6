import { type Kysely, sql } from 'kysely';
import type { DB } from './types';

/** Which window is meant: its number since 1970, the share of it that has passed (0 to 1), when it is forgotten. */
export interface WindowAt {
  key: string;
  bucket: number;
  passed: number;
  expiresAt: Date;
}

/**
 * Counts `tries` more in a sliding window, unless more than `limit` would be in it then: those of the present window,
 * and of the one before the share that still counts. One statement; its row lock lets no two requests take the same
 * place.
 * @returns whether it was let through, and how many more would be.
 */
export async function takeFromWindow(
  db: Kysely<DB>,
  { key, bucket, passed, expiresAt }: WindowAt,
  limit: number,
  tries = 1,
): Promise<{ allowed: boolean; remaining: number }> {
  const { rows } = await sql<{ allowed: boolean; current: number; previous: number }>`
    INSERT INTO rate_windows AS w (key, bucket, current, previous, allowed, expires_at)
    VALUES (${key}, ${bucket}, ${tries}, 0, true, ${expiresAt})
    ON CONFLICT (key) DO UPDATE SET (bucket, current, previous, allowed, expires_at) = (
      SELECT counted.bucket, counted.current + verdict.allowed::int * ${tries}::int, counted.previous,
        verdict.allowed, counted.expires_at
      FROM (
        -- A clock that is a little behind another server's counts into the newer window. A window further ahead is of
        -- a clock that was set back since: it would be waited for as long as that was off, so it is forgotten.
        SELECT
          CASE WHEN w.bucket = excluded.bucket + 1 THEN w.bucket ELSE excluded.bucket END AS bucket,
          CASE WHEN w.bucket = excluded.bucket + 1 THEN w.expires_at ELSE excluded.expires_at END AS expires_at,
          CASE WHEN w.bucket - excluded.bucket IN (0, 1) THEN w.current ELSE 0 END AS current,
          CASE
            WHEN w.bucket - excluded.bucket IN (0, 1) THEN w.previous
            WHEN w.bucket = excluded.bucket - 1 THEN w.current
            ELSE 0
          END AS previous
      ) AS counted
      CROSS JOIN LATERAL (
        SELECT floor(counted.previous * (1 - ${passed}::float8)) + counted.current + ${tries}::int <= ${limit}::int
          AS allowed
      ) AS verdict
    )
    RETURNING allowed, current, previous
  `.execute(db);
  const row = rows[0];
  if (row === undefined) throw new Error('Counting in a window returned nothing');
  const used = row.current + Math.floor(row.previous * (1 - passed));
  return { allowed: row.allowed, remaining: Math.max(0, limit - used) };
}

/** Takes back one that was counted in this window or, if that has ended, forgets about it. */
export async function giveBackToWindow(db: Kysely<DB>, { key, bucket }: Pick<WindowAt, 'key' | 'bucket'>) {
  await sql`
    UPDATE rate_windows SET current = current - 1 WHERE key = ${key} AND bucket = ${bucket} AND current > 0
  `.execute(db);
}

/** Forgets all that was counted under a key. */
export async function forgetWindow(db: Kysely<DB>, { key }: Pick<WindowAt, 'key'>): Promise<void> {
  await db.deleteFrom('rateWindows').where('key', '=', key).execute();
}

/** Removes the windows that count no more. Returns how many. */
export async function deletePastWindows(db: Kysely<DB>, now: Date): Promise<number> {
  const { rows } = await sql`DELETE FROM rate_windows WHERE expires_at < ${now} RETURNING 1`.execute(db);
  return rows.length;
}
