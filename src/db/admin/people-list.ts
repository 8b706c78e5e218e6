import { type ExpressionBuilder, type Kysely, type RawBuilder, sql } from 'kysely';
import type { PeopleGroup, PeopleOrder } from '@/domain/account/administration';
import type { DB, Suppressions } from '../types';

/** A person as the administration lists them. Days and months are those of UTC. */
export interface PersonSummary {
  id: string;
  email: string;
  name: string;
  role: 'member' | 'admin';
  isBetaUser: boolean;
  emailVerified: boolean;
  /** Why their address gets no email; null where it does. */
  emailSuppressed: Suppressions['reason'] | null;
  monitorCount: number;
  checksToday: number;
  checksThisMonth: number;
  alertsThisMonth: number;
  lastLoginAt: Date | null;
  /** When one of their sign-ins was last used; null where none is kept any more. */
  lastSeenAt: Date | null;
  suspendedAt: Date | null;
  suspendedReason: string | null;
  deletionRequestedAt: Date | null;
  /** Until when something is closed to them, at the latest; null when nothing is. */
  restrictedUntil: Date | null;
  createdAt: Date;
}

/** Which people to list. */
export interface PeopleFilter {
  /** A part of address or name, in any case; null for all. */
  search: string | null;
  only?: PeopleGroup | undefined;
}

type OfUsers = ExpressionBuilder<DB, 'users'>;

const GROUPS: Record<PeopleGroup, (eb: OfUsers) => ReturnType<OfUsers['and']>> = {
  waiting: (eb) => eb.and([eb('isBetaUser', '=', false), eb('role', '=', 'member'), eb('suspendedAt', 'is', null)]),
  unconfirmed: (eb) => eb.and([eb('emailVerifiedAt', 'is', null)]),
  suspended: (eb) => eb.and([eb('suspendedAt', 'is not', null)]),
  leaving: (eb) => eb.and([eb('deletionRequestedAt', 'is not', null)]),
  admins: (eb) => eb.and([eb('role', '=', 'admin')]),
};

function selectPeople(db: Kysely<DB>, { search, only }: PeopleFilter) {
  let query = db.selectFrom('users');
  if (only) query = query.where(GROUPS[only]);
  if (search === null) return query;
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return query.where((eb) => eb.or([eb('users.email', 'ilike', pattern), eb('users.name', 'ilike', pattern)]));
}

/** What comes first; each has an index (migrations/0001 and 0031), which a page is read from. */
const ORDERS: Record<PeopleOrder, { by: RawBuilder<unknown>; downwards: boolean }> = {
  newest: { by: sql`created_at`, downwards: true },
  oldest: { by: sql`created_at`, downwards: false },
  name: { by: sql`lower(name)`, downwards: false },
  email: { by: sql`lower(email)`, downwards: false },
  lastSignIn: { by: sql`coalesce(last_login_at, '-infinity'::timestamptz)`, downwards: true },
};

export interface PeoplePage extends PeopleFilter {
  order: PeopleOrder;
  limit: number;
  /** The last person of the page before. */
  after?: string | undefined;
}

/** A page of people, and only then what there is to say of each of them. */
export async function listPeople(db: Kysely<DB>, page: PeoplePage, now: Date): Promise<PersonSummary[]> {
  const rows = await pageOf(db, page).execute();
  const stats = await readStats(
    db,
    rows.map(({ id }) => id),
    now,
  );
  return rows.flatMap(({ emailVerifiedAt, ...row }) => {
    const own = stats.get(row.id);
    return own ? [{ ...row, ...own, emailVerified: emailVerifiedAt !== null }] : [];
  });
}

function pageOf(db: Kysely<DB>, { order, after, limit, ...filter }: PeoplePage) {
  const { by, downwards } = ORDERS[order];
  const direction = downwards ? 'desc' : 'asc';
  let query = selectPeople(db, filter)
    .select(['id', 'email', 'name', 'role', 'isBetaUser', 'emailVerifiedAt', 'lastLoginAt', 'createdAt'])
    .select(['suspendedAt', 'suspendedReason', 'deletionRequestedAt'])
    .orderBy(by, direction)
    .orderBy('id', direction)
    .limit(limit);
  if (after !== undefined) {
    // The row itself is the mark: its time has microseconds, which a Date would lose.
    const mark = sql`(SELECT ${by}, id FROM users WHERE id = ${after})`;
    query = query.where(sql<boolean>`(${by}, id) ${sql.raw(downwards ? '<' : '>')} ${mark}`);
  }
  return query;
}

type PersonStats = Pick<
  PersonSummary,
  | 'emailSuppressed'
  | 'monitorCount'
  | 'checksToday'
  | 'checksThisMonth'
  | 'alertsThisMonth'
  | 'lastSeenAt'
  | 'restrictedUntil'
>;

/** What these people have and did, each by an index of its own table. */
async function readStats(db: Kysely<DB>, ids: string[], now: Date): Promise<Map<string, PersonStats>> {
  if (ids.length === 0) return new Map();
  const today = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
  const { rows } = await sql<PersonStats & { id: string }>`
    SELECT person.id, done.checks_today, done.checks_this_month, done.alerts_this_month,
      (SELECT count(*) FROM monitors WHERE user_id = person.id AND deleted_at IS NULL) AS monitor_count,
      (SELECT max(last_seen_at) FROM sessions WHERE user_id = person.id) AS last_seen_at,
      (SELECT reason FROM suppressions WHERE lower(email) = lower(person.email)) AS email_suppressed,
      (SELECT max(ends_at) FROM restrictions
        WHERE user_id = person.id AND ends_at > ${now} AND lifted_at IS NULL) AS restricted_until
    FROM users AS person
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE requested_at >= ${today}) AS checks_today, count(*) AS checks_this_month,
        count(*) FILTER (WHERE alert) AS alerts_this_month
      FROM evaluations WHERE user_id = person.id AND requested_at >= ${month}
    ) AS done
    WHERE person.id = ANY(${ids})
  `.execute(db);
  return new Map(rows.map(({ id, ...stats }) => [id, stats]));
}

/** How many people the filter finds. */
export async function countPeople(db: Kysely<DB>, filter: PeopleFilter): Promise<number> {
  const row = await selectPeople(db, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}
