import { type Kysely, sql } from 'kysely';
import type { DB } from '@/db/types';
import { givesChargeBack, type Outcome } from '@/domain/outcome';
import type { Ledger, ToldEnd } from './ledger';

/** What the database holds in the end. */
export interface Books {
  evaluations: {
    id: string;
    userId: string;
    monitorId: string;
    phase: string;
    outcome: Outcome | null;
    alert: boolean;
    chargeReturned: boolean;
    finishedAt: Date | null;
  }[];
  /** Charges that are used, by person. */
  charges: Map<string, number>;
  /** The evaluation of each fact. */
  facts: string[];
  notifications: {
    id: string;
    kind: string;
    evaluationId: string | null;
    state: string;
    gather: string | null;
    gatheredIn: string | null;
  }[];
}

/** Of these people, or of all. */
export async function readBooks(db: Kysely<DB>, people: string[] | null = null): Promise<Books> {
  const asked = sql<boolean>`(${people === null} OR user_id = ANY(${people ?? []}::uuid[]))`;
  const charges = await db.selectFrom('refreshCharges').select(['userId', 'used']).where(asked).execute();
  const facts = await db
    .selectFrom('facts')
    .innerJoin('monitors', 'monitors.id', 'facts.monitorId')
    .select('facts.evaluationId')
    .where(asked)
    .execute();
  const used = new Map<string, number>();
  for (const { userId, used: more } of charges) used.set(userId, (used.get(userId) ?? 0) + more);
  return {
    evaluations: await db
      .selectFrom('evaluations')
      .select(['id', 'userId', 'monitorId', 'phase', 'outcome', 'alert', 'chargeReturned', 'finishedAt'])
      .where(asked)
      .execute(),
    charges: used,
    facts: facts.map(({ evaluationId }) => evaluationId),
    notifications: await db
      .selectFrom('emailNotifications')
      .select(['id', 'kind', 'evaluationId', 'state', 'gather', 'gatheredIn'])
      .where(asked)
      .execute(),
  };
}

/** Whether nothing is under way any more. */
export async function isQuiet(db: Kysely<DB>): Promise<boolean> {
  const live = await db.selectFrom('evaluations').select('id').where('phase', '!=', 'done').limit(1).execute();
  const unsent = db
    .selectFrom('emailNotifications')
    .select('id')
    .where('state', 'in', ['pending', 'sending', 'unconfirmed'])
    // The last email of a person's day waits for the end of that day.
    .where((eb) => eb.or([eb('state', '<>', 'pending'), eb('gather', 'is distinct from', 'limit')]));
  return live.length === 0 && (await unsent.limit(1).execute()).length === 0;
}

/**
 * What does not agree: with itself, with what the clients were told, and with how often the mail service accepted each
 * mail (`accepted`, by id). Nothing may be lost and nothing doubled.
 */
export function auditBooks(books: Books, ledger: Ledger, accepted: ReadonlyMap<string, number>): string[] {
  const saved = new Map([...ledger.saved].map((monitorId) => [monitorId, firstOf(books.evaluations, monitorId)]));
  return [
    ...auditEvaluations(books, ledger, saved),
    ...auditCharges(books, saved),
    ...auditFacts(books),
    ...auditMails(books, accepted),
  ];
}

/** Each accepted refresh has one evaluation that ended as it was told; none is there that nobody asked for. */
function auditEvaluations({ evaluations }: Books, ledger: Ledger, saved: SavedValues): string[] {
  const { evaluations: told, restEnds, unsure } = ledger;
  const byId = new Map(evaluations.map((row) => [row.id, row]));
  const wrong = evaluations.filter(({ phase, outcome }) => phase !== 'done' || outcome === null);
  const faults = wrong.map(({ id, phase }) => `evaluation ${id} never ended, it is ${phase}`);
  const known = new Set(told.keys());
  const compare = (id: string, told: ToldEnd, row: Books['evaluations'][number]) => {
    if (row.outcome === told.outcome && row.alert === told.alert) return;
    faults.push(`evaluation ${id} ended as ${row.outcome}, and ${told.outcome} was told`);
  };
  for (const [id, end] of told) {
    const row = byId.get(id);
    if (row === undefined) faults.push(`evaluation ${id} was accepted and is not there`);
    else if (end === null) faults.push(`the end of evaluation ${id} was never told`);
    else compare(id, end, row);
  }
  for (const end of restEnds) {
    const row = evaluations.find((each) => each.monitorId === end.monitorId && isAt(each.finishedAt, end.at));
    if (row === undefined) faults.push(`a refresh of ${end.monitorId} was told that has no evaluation`);
    else {
      known.add(row.id);
      compare(row.id, end, row);
    }
  }
  for (const [monitorId, first] of saved) {
    if (first) known.add(first.id);
    else faults.push(`${monitorId} was saved with a value that is not there`);
  }
  const untold = Map.groupBy(
    evaluations.filter(({ id }) => !known.has(id)),
    ({ monitorId }) => monitorId,
  );
  for (const [monitorId, rows] of untold)
    if (rows.length > (unsure.get(monitorId) ?? 0)) faults.push(`${monitorId} was evaluated more often than was asked`);
  return faults;
}

/** The first evaluation of each monitor that was saved with a value; undefined where it is not there. */
type SavedValues = ReadonlyMap<string, Books['evaluations'][number] | undefined>;

const firstOf = (evaluations: Books['evaluations'], monitorId: string) =>
  evaluations
    .filter((row) => row.monitorId === monitorId)
    .sort((one, other) => Number(one.finishedAt ?? Infinity) - Number(other.finishedAt ?? Infinity))[0];

const isAt = (at: Date | null, told: string) => at?.getTime() === Date.parse(told);

/** A charge for each evaluation but those whose failure was ours or the site's, and those that a preview had made. */
function auditCharges({ evaluations, charges }: Books, saved: SavedValues): string[] {
  const free = new Set([...saved.values()].map((first) => first?.id));
  const faults = evaluations
    .filter(({ id, outcome, chargeReturned }) => {
      return outcome !== null && (free.has(id) || givesChargeBack(outcome)) !== chargeReturned;
    })
    .map(({ id, outcome }) => `evaluation ${id} ended as ${outcome} and its charge does not say so`);
  const people = new Set([...charges.keys(), ...evaluations.map(({ userId }) => userId)]);
  for (const person of people) {
    const due = evaluations.filter(({ userId, chargeReturned }) => userId === person && !chargeReturned).length;
    const used = charges.get(person) ?? 0;
    if (due !== used) faults.push(`person ${person} was charged ${used} times for ${due} evaluations`);
  }
  return faults;
}

/** A fact for each value, and for each proven absence; no other. */
function auditFacts({ evaluations, facts }: Books): string[] {
  const due = evaluations.filter(({ outcome }) => outcome === 'value' || outcome === 'absent').map(({ id }) => id);
  return differences(due, facts).map(([id, wanted, found]) => `evaluation ${id} has ${found} facts, not ${wanted}`);
}

/**
 * A notification for each alert; each accepted once, by itself or within the one that gathered it. What is beyond a
 * person's emails of the day waits for the last of them.
 */
function auditMails({ evaluations, notifications }: Books, accepted: ReadonlyMap<string, number>): string[] {
  const alerts = evaluations.filter(({ alert }) => alert).map(({ id }) => id);
  const told = notifications.filter(({ kind }) => kind === 'alert').map(({ evaluationId }) => evaluationId ?? 'none');
  const asAccepted = [...accepted].flatMap(([id, times]) => Array<string>(times).fill(id));
  const waits = ({ state, gather }: Notification) => state === 'pending' && gather === 'limit';
  const due = notifications.filter((one) => one.gatheredIn === null && !waits(one));
  const ids = due.map(({ id }) => id);
  return [
    ...differences(alerts, told).map(([id, wanted, found]) => `evaluation ${id} has ${found} alerts, not ${wanted}`),
    ...differences(ids, asAccepted).map(([id, , found]) => `mail ${id} was accepted ${found} times`),
    ...due.filter(({ state }) => state !== 'sent').map(({ id, state }) => `mail ${id} is ${state}, not sent`),
  ];
}

type Notification = Books['notifications'][number];

/** What stands in one more often than in the other: [what, how often wanted, how often found]. */
function differences(wanted: string[], found: string[]): [string, number, number][] {
  const tally = (items: string[]) =>
    new Map([...Map.groupBy(items, (item) => item)].map(([key, all]) => [key, all.length]));
  const [due, there] = [tally(wanted), tally(found)];
  return [...new Set([...due.keys(), ...there.keys()])]
    .map((key): [string, number, number] => [key, due.get(key) ?? 0, there.get(key) ?? 0])
    .filter(([, one, other]) => one !== other);
}
