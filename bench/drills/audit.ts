import { type Kysely, sql } from 'kysely';
import type { DB } from '@/db/types';
import { auditBooks, type Books, readBooks } from '../soak/books';
import { table } from '../soak/report';
import { until } from '../soak/services';
import type { Ground } from './ground';
import type { Crowd } from './people';
import { ifInTime } from './slowness';

/** What one drill came to. */
export interface Result {
  name: string;
  /** What is counted of it, in the columns of the table. */
  counts: string[];
  faults: string[];
  /** Why it was not held. */
  skipped?: string;
}

/** What a drill may end with beside values, and how often at most. `alerts`: how many, where prices do not say. */
type Allowed = Record<string, number>;

const QUIET_MS = 4 * 60_000;

/**
 * Waits until nothing of these people is under way, then holds the database against what they were told and what the
 * mail service accepted. Everything that was asked for ended once; `allowed` says how often it may have ended as what.
 */
export async function settle(name: string, ground: Ground, crowd: Crowd, allowed: Allowed): Promise<Result> {
  const ids = crowd.people.map(({ userId }) => userId);
  const quiet = await until(() => isQuiet(ground.db, ids).catch(() => false), QUIET_MS).then(
    () => [],
    () => ['work was still under way after minutes'],
  );
  const books = await readBooks(ground.db, ids);
  const known = new Set(books.notifications.map(({ id }) => id));
  const accepted = new Map([...ground.mail.accepted].filter(([id]) => known.has(id)));
  const faults = [
    ...quiet,
    ...auditBooks(books, crowd.ledger, accepted),
    ...ifInTime(auditOutcomes(books, allowed)),
    ...(allowed.alerts === undefined
      ? await auditAlerts(ground.db, books)
      : ifInTime(countAlerts(books, allowed.alerts))),
  ];
  return { name, counts: countsOf(books, crowd, accepted), faults };
}

async function isQuiet(db: Kysely<DB>, people: string[]): Promise<boolean> {
  const { evaluations, notifications } = await readBooks(db, people);
  const waits = ['pending', 'sending', 'unconfirmed'];
  return (
    evaluations.every(({ phase }) => phase === 'done') && !notifications.some(({ state }) => waits.includes(state))
  );
}

function auditOutcomes({ evaluations }: Books, allowed: Allowed): string[] {
  const kinds = Map.groupBy(evaluations, ({ outcome }) => outcome ?? 'none');
  const tooMany = [...kinds].filter(([kind, all]) => kind !== 'value' && all.length > (allowed[kind] ?? 0));
  return [
    ...tooMany.map(([kind, all]) => `${all.length} evaluations ended as ${kind}, at most ${allowed[kind] ?? 0} may`),
    ...(evaluations.length > 0 ? [] : ['nothing was asked for: nothing is shown']),
  ];
}

/** An alert where a price came to be below the limit, of the values of each monitor in their order; no other. */
async function auditAlerts(db: Kysely<DB>, books: Books): Promise<string[]> {
  if (books.evaluations.length === 0) return [];
  const monitors = [...new Set(books.evaluations.map(({ monitorId }) => monitorId))];
  const { rows } = await sql<{ monitorId: string; below: boolean; alert: boolean }>`
    SELECT monitor_id, (value ->> 'number')::numeric < 300 AS below, triggered_alert AS alert
    FROM facts WHERE monitor_id = ANY(${monitors}::uuid[]) ORDER BY extracted_at`.execute(db);
  const faults: string[] = [];
  for (const [monitorId, facts] of Map.groupBy(rows, (row) => row.monitorId)) {
    const due = facts.map(({ below }, at) => below && !facts[at - 1]?.below);
    if (facts.some(({ alert }, at) => alert !== due[at])) faults.push(`alerts of monitor ${monitorId} are wrong`);
  }
  return faults;
}

function countAlerts({ evaluations }: Books, wanted: number): string[] {
  const found = evaluations.filter(({ alert }) => alert).length;
  return found === wanted ? [] : [`${found} alerts, not ${wanted}`];
}

function countsOf({ evaluations, charges, facts, notifications }: Books, { ledger }: Crowd, accepted: Tally): string[] {
  const outcomes = [...Map.groupBy(evaluations, ({ outcome }) => outcome ?? 'none')];
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, one) => all + one, 0);
  return [
    `${ledger.evaluations.size}${ledger.unsure.size > 0 ? ` + ${sum(ledger.unsure.values())} lost` : ''}`,
    `${evaluations.length} (${outcomes.map(([outcome, all]) => `${all.length} ${outcome}`).join(', ')})`,
    String(facts.length),
    `${sum(charges.values())}, ${evaluations.filter(({ chargeReturned }) => chargeReturned).length} back`,
    String(evaluations.filter(({ alert }) => alert).length),
    `${notifications.length}, ${sum(accepted.values())} accepted`,
  ];
}

type Tally = ReadonlyMap<string, number>;

const HEAD = ['drill', 'asked', 'evaluations', 'facts', 'charges', 'alerts', 'emails'];

export function resultsTable(results: Result[]): string[] {
  const rows = results.map(({ name, counts, skipped, faults }) => [
    name,
    ...(skipped ? [`skipped: ${skipped}`, ...HEAD.slice(2).map(() => '')] : counts),
    skipped ? '' : faults.length === 0 ? 'exact' : `${faults.length} WRONG`,
  ]);
  return table([...HEAD, ''], rows);
}
