import { listPeople } from '@/db/people';
import type { AccountDeps } from '../account/mail-account';
import { admitPerson } from './admit-person';

const AT_ONCE = 100;

/** For a beta that has been opened to all: lets in everybody who registered before and waits. Returns how many. */
export async function admitWaiting(deps: AccountDeps): Promise<number> {
  const waiting = await listPeople(deps.db, { search: null, only: 'waiting', limit: AT_ONCE }, deps.now());
  let admitted = 0;
  for (const { id } of waiting) {
    const account = await deps.db.transaction().execute((trx) => admitPerson(deps, trx, id, null));
    if (account?.changed) admitted += 1;
  }
  if (admitted > 0) deps.log.info({ people: admitted }, 'the beta is open to all: people who waited were admitted');
  return admitted;
}
