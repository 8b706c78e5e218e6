import { revokeSession, revokeSessions } from '@/db/sessions';
import { DomainError } from '@/domain/errors';
import type { Deps } from '../deps';
import { recordOwnAct } from './record-act';

type SignOutDeps = Pick<Deps, 'db' | 'now' | 'origin'>;

/** Signs out one of the person's browsers. Throws `not_found` / `no_session`. */
export async function signOutBrowser(deps: SignOutDeps, request: { userId: string; id: string }): Promise<void> {
  const { userId, id } = request;
  await deps.db.transaction().execute(async (trx) => {
    const revoked = await revokeSession(trx, userId, id, deps.now());
    if (!revoked) throw new DomainError('not_found', 'no_session', 'That sign-in has already ended.');
    await recordOwnAct(deps, trx, userId, { action: 'session.end', record: { type: 'session', id } });
  });
}

/** Signs the person out everywhere but in the session that asks. Returns how many sign-ins ended. */
export async function signOutElsewhere(
  deps: SignOutDeps,
  { userId, sessionId }: { userId: string; sessionId: string },
): Promise<number> {
  return deps.db.transaction().execute(async (trx) => {
    const ended = await revokeSessions(trx, userId, sessionId, deps.now());
    await recordOwnAct(deps, trx, userId, { action: 'session.end_others', details: { ended } });
    return ended;
  });
}
