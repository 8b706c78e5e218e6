import { countPeople, listPeople as listRows, type PeopleFilter, type PersonSummary } from '@/db/people';
import type { Deps } from '../deps';

export interface PeoplePage {
  people: PersonSummary[];
  /** How many there are on all pages. */
  total: number;
  /** Asks for the next page; null on the last. */
  nextCursor: string | null;
}

/** People for the administration, newest account first. `cursor` is the `nextCursor` of the page before. */
export async function listPeople(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  request: Pick<PeopleFilter, 'only'> & { search?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<PeoplePage> {
  const filter = { search: request.search?.trim() || null, only: request.only };
  const [rows, total] = await Promise.all([
    listRows(db, { ...filter, limit: request.limit + 1, after: request.cursor }, now()),
    countPeople(db, filter),
  ]);
  const people = rows.slice(0, request.limit);
  return { people, total, nextCursor: rows.length > people.length ? (people.at(-1)?.id ?? null) : null };
}
