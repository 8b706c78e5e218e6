import Papa from 'papaparse';
import { type AuditedAct, type AuditFilter, countActs, listActs } from '@/db/admin/audit-list';
import { MOST_EXPORTED_ACTS } from '@/domain/account/administration';
import { DomainError } from '@/domain/errors';
import { recordActOf } from '../account/record-act';
import type { Deps } from '../deps';

const AT_ONCE = 1_000;

const COLUMNS = [
  ...['at', 'action', 'actor', 'actorId', 'actorEmail', 'personId', 'personEmail', 'recordType', 'recordId'],
  ...['reason', 'details', 'ip', 'userAgent', 'id'],
];

/**
 * The acts that a filter finds as CSV (RFC 4180, UTF-8), newest first, page by page as it is read. That they were
 * exported is in the audit before the first of them is given.
 * @throws DomainError `unprocessable` / `too_many_acts`.
 */
export async function exportActs(
  deps: Pick<Deps, 'db' | 'now' | 'origin'>,
  { actorId, most = MOST_EXPORTED_ACTS, ...filter }: AuditFilter & { actorId: string; most?: number },
): Promise<AsyncGenerator<string>> {
  // What is written while it is exported, this act among it, is left out.
  const until = { ...filter, before: filter.before ?? deps.now() };
  const count = await countActs(deps.db, until, most + 1);
  if (count > most) throw tooMany(most);
  // By name alone: a filter may hold an address, which must go with its account.
  const filters = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const id = crypto.randomUUID();
  await deps.db.transaction().execute((trx) =>
    recordActOf(deps, trx, actorId, {
      ...{ action: 'audit.export', personId: null, record: { type: 'audit', id } },
      details: { acts: count, filters },
    }),
  );
  return csvOf(deps, until, most);
}

async function* csvOf({ db }: Pick<Deps, 'db'>, filter: AuditFilter, most: number): AsyncGenerator<string> {
  // Spreadsheets take the bytes for UTF-8 by the mark at their beginning.
  yield `\uFEFF${COLUMNS.join(',')}\r\n`;
  let after: string | undefined;
  for (let given = 0; given < most; given += AT_ONCE) {
    const acts = await listActs(db, { ...filter, after, limit: Math.min(AT_ONCE, most - given) });
    if (acts.length > 0) yield `${toCsv(acts)}\r\n`;
    after = acts.at(-1)?.id;
    if (acts.length < AT_ONCE) return;
  }
}

/** A cell that begins like a formula is made a text: spreadsheets would carry out what a stranger wrote. */
function toCsv(acts: AuditedAct[]): string {
  const rows = acts.map((act) => ({ ...act, at: act.at.toISOString(), details: JSON.stringify(act.details) }));
  return Papa.unparse(rows, { columns: COLUMNS, header: false, escapeFormulae: true, newline: '\r\n' });
}

function tooMany(most: number): DomainError {
  const message =
    `More than ${most.toLocaleString('en')} acts are found, which is the most that one file holds. ` +
    'Choose a shorter time, or another filter.';
  return new DomainError('unprocessable', 'too_many_acts', message);
}
