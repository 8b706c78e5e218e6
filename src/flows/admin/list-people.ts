import {
  countPeople,
  listPeople as listRows,
  type PeopleFilter,
  type PeoplePage,
  type PersonSummary,
} from '@/db/admin/people-list';
import type { Deps } from '../deps';

export interface ListedPeople {
  people: PersonSummary[];
  /** How many there are on all pages. */
  total: number;
  /** Asks for the next page; null on the last. */
  nextCursor: string | null;
}

interface PeopleRequest extends Pick<PeopleFilter, 'only'>, Partial<Pick<PeoplePage, 'order'>> {
  search?: string | undefined;
  /** The `nextCursor` of the page before, in the same order. */
  cursor?: string | undefined;
  limit: number;
}

/** People for the administration, newest account first unless asked otherwise. */
export async function listPeople({ db, now }: Pick<Deps, 'db' | 'now'>, request: PeopleRequest): Promise<ListedPeople> {
  const filter = { search: request.search?.trim() || null, only: request.only };
  const page = { ...filter, order: request.order ?? 'newest', limit: request.limit + 1, after: request.cursor };
  const [rows, total] = await Promise.all([listRows(db, page, now()), countPeople(db, filter)]);
  const people = rows.slice(0, request.limit);
  return { people, total, nextCursor: rows.length > people.length ? (people.at(-1)?.id ?? null) : null };
}
