import { type AuditedAct, type AuditFilter, listActs as listRows } from '@/db/admin/audit-list';
import type { Deps } from '../deps';

/** The audit, newest act first. `cursor` is the `nextCursor` of the page before, null on the last one. */
export async function listActs(
  { db }: Pick<Deps, 'db'>,
  { cursor, limit, ...filter }: AuditFilter & { cursor?: string | undefined; limit: number },
): Promise<{ acts: AuditedAct[]; nextCursor: string | null }> {
  const rows = await listRows(db, { ...filter, limit: limit + 1, after: cursor });
  const acts = rows.slice(0, limit);
  return { acts, nextCursor: rows.length > acts.length ? (acts.at(-1)?.id ?? null) : null };
}
