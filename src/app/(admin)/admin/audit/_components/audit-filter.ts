import type { AuditFilterInput } from '@/domain/account/administration';
import type { AuditAction, AuditActor, AuditRecordType } from '@/domain/account/audit';

const DAY_MS = 24 * 60 * 60_000;

/** What stands in the fields of the audit's filter. */
export interface FilterFields {
  /** A whole address, or an id of a person or another record. */
  who: string;
  /** What that one has to do with an act: acted, had it done to it, or either. */
  part: 'person' | 'by' | 'target';
  actor: AuditActor | null;
  action: AuditAction | null;
  recordType: AuditRecordType | null;
  /** Days as the browser's inputs give them, "2026-11-22"; empty for none. Those of UTC. */
  from: string;
  to: string;
}

export const NO_FILTER: FilterFields = {
  ...{ who: '', part: 'person', actor: null, action: null, recordType: null, from: '', to: '' },
};

/** The filter that the fields mean; what is no day counts for nothing. */
export function filterOf({ who, part, actor, action, recordType, from, to }: FilterFields): AuditFilterInput {
  const first = Date.parse(from);
  const last = Date.parse(to);
  return {
    ...(who.trim() ? { [part]: who.trim() } : {}),
    ...(actor ? { actor } : {}),
    ...(action ? { action } : {}),
    ...(recordType ? { recordType } : {}),
    ...(Number.isNaN(first) ? {} : { from: new Date(first) }),
    ...(Number.isNaN(last) ? {} : { before: new Date(last + DAY_MS) }),
  };
}

/** Where the acts of a filter are as a file. */
export function fileOf(filter: AuditFilterInput): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter))
    if (value !== undefined) query.set(name, value instanceof Date ? value.toISOString() : value);
  const text = query.toString();
  return `/api/admin/audit.csv${text ? `?${text}` : ''}`;
}
