import { insertSilence, liftSilence as liftRow } from '@/db/alerts/silences';
import type { AlertRuleName } from '@/domain/alerts/rule';
import { DomainError } from '@/domain/errors';
import { recordActOf } from '../account/record-act';
import type { Deps } from '../deps';

type SilenceDeps = Pick<Deps, 'db' | 'now' | 'origin'>;

interface NewSilence {
  rule: AlertRuleName;
  /** Null: all that the rule speaks of. */
  subject: string | null;
  reason: string;
  until: Date;
}

const LONGEST_MS = 31 * 24 * 60 * 60_000;

/**
 * Silences an alert rule until a time: nobody is told of what begins meanwhile, unless it lasts longer. Ends of what
 * was told are told. The reason is kept in the audit, which outlives accounts: the form asks for no names.
 * @throws DomainError `invalid` / `bad_silence` for a time that is over or more than 31 days ahead.
 */
export async function silenceRule(
  deps: SilenceDeps,
  { rule, subject, reason, until }: NewSilence,
  actorId: string,
): Promise<string> {
  const now = deps.now();
  const ahead = until.getTime() - now.getTime();
  if (ahead <= 0 || ahead > LONGEST_MS) {
    const message = 'Choose a time from now to 31 days ahead.';
    throw new DomainError('invalid', 'bad_silence', message, { fields: { until: [message] } });
  }
  return deps.db.transaction().execute(async (trx) => {
    const id = await insertSilence(trx, { rule, subject, reason, until, createdAt: now, createdBy: actorId });
    const details = { rule, reason, until: until.toISOString(), ...(subject ? { subject } : {}) };
    const record = { type: 'alert_rule', id: rule } as const;
    await recordActOf(deps, trx, actorId, { action: 'alert.silence', personId: null, record, details });
    return id;
  });
}

/**
 * Lifts a silence: what it held back is told now.
 * @throws DomainError `not_found` / `no_silence`.
 */
export async function liftSilence(deps: SilenceDeps, { id, actorId }: { id: string; actorId: string }): Promise<void> {
  const lifted = await deps.db.transaction().execute(async (trx) => {
    const one = await liftRow(trx, id, deps.now());
    if (one === null) return null;
    const { rule } = one;
    const details = { rule, ...(one.subject ? { subject: one.subject } : {}) };
    const record = { type: 'alert_rule', id: rule } as const;
    await recordActOf(deps, trx, actorId, { action: 'alert.lift_silence', personId: null, record, details });
    return one;
  });
  if (lifted === null) throw new DomainError('not_found', 'no_silence', 'This silence is over already.');
}
