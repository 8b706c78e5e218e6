import { type Kysely, sql } from 'kysely';
import type { QueueDepth } from '@/domain/system/dead-letters';
import type { DB } from '../types';

/**
 * How deep each queue is: those of pg-boss, emails and exports. `since`: what was given up before is not counted. The
 * queue must have been started once.
 */
export async function listQueueDepths(
  db: Kysely<DB>,
  { since, now }: { since: Date; now: Date },
): Promise<QueueDepth[]> {
  const { rows } = await sql<QueueDepth>`
    SELECT name AS queue,
      count(*) FILTER (WHERE state IN ('created', 'retry') AND start_after <= ${now})::int AS waiting,
      count(*) FILTER (WHERE state IN ('created', 'retry') AND start_after > ${now})::int AS later,
      count(*) FILTER (WHERE state = 'active')::int AS under_way,
      min(job.created_on) FILTER (WHERE state IN ('created', 'retry') AND start_after <= ${now}) AS oldest_at,
      count(*) FILTER (WHERE state = 'failed' AND job.created_on > ${since} AND NOT EXISTS (
        SELECT FROM discarded_letters AS aside WHERE aside.queue = job.name AND aside.id = job.id))::int AS given_up
    FROM pgboss.queue LEFT JOIN pgboss.job USING (name)
    WHERE name NOT LIKE '\\_\\_pgboss\\_\\_%' GROUP BY name
    UNION ALL
    SELECT 'emails',
      count(*) FILTER (WHERE state IN ('pending', 'unconfirmed') AND next_attempt_at <= ${now})::int,
      count(*) FILTER (WHERE state IN ('pending', 'unconfirmed') AND next_attempt_at > ${now})::int,
      count(*) FILTER (WHERE state = 'sending')::int,
      min(next_attempt_at) FILTER (WHERE state IN ('pending', 'unconfirmed') AND next_attempt_at <= ${now}),
      count(*) FILTER (WHERE state = 'failed' AND next_attempt_at > ${since} AND NOT EXISTS (
        SELECT FROM discarded_letters AS aside WHERE aside.queue = 'emails' AND aside.id = one.id))::int
    FROM email_notifications AS one WHERE state IN ('pending', 'unconfirmed', 'sending', 'failed')
    UNION ALL
    SELECT 'exports', count(*) FILTER (WHERE state = 'queued')::int, 0, count(*) FILTER (WHERE state = 'running')::int,
      min(requested_at) FILTER (WHERE state = 'queued'),
      count(*) FILTER (WHERE state = 'failed' AND requested_at > ${since} AND NOT EXISTS (
        SELECT FROM discarded_letters AS aside WHERE aside.queue = 'exports' AND aside.id = one.id))::int
    FROM data_exports AS one WHERE state IN ('queued', 'running', 'failed')`.execute(db);
  return rows;
}
