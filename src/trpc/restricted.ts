import { listLiveRestrictions } from '@/db/restrictions';
import type { TokenScope } from '@/domain/account/account-access';
import { closes, refusalSentence } from '@/domain/account/judge-abuse';
import { DomainError } from '@/domain/errors';
import { noticeRefusal } from '@/flows/account/notice-abuse';
import type { Deps } from '@/flows/deps';
import { isDomainError } from './error-map';

/** @throws DomainError `limited` / `restricted` with its reason and end, where a restriction closes this scope. */
export async function refuseRestricted(deps: Deps, personId: string, scope: TokenScope): Promise<void> {
  if (scope === 'read') return;
  const live = await listLiveRestrictions(deps.db, personId, deps.now());
  const closing = live.find(({ kind }) => closes(kind, scope));
  if (closing === undefined) return;
  throw new DomainError('limited', 'restricted', refusalSentence(closing), { retryAt: closing.endsAt });
}

const HAMMERING = new Set(['refresh_too_soon', 'daily_refreshes_spent']);

/** Whether a refresh was refused because it came too often. */
export const isTooOften = (reason: string): boolean => HAMMERING.has(reason);

/** REST calls the procedures of the pages: one refusal passes here twice. */
const noticed = new WeakSet<DomainError>();

/** Counts what a person was refused, where too much of it is a pattern. */
export async function noticeRefused(deps: Deps, personId: string, error: unknown): Promise<void> {
  if (!isDomainError(error) || noticed.has(error)) return;
  const pattern = isTooOften(error.reason) ? 'hammering' : error.reason === 'url_refused' ? 'refused_urls' : null;
  if (pattern === null) return;
  noticed.add(error);
  await noticeRefusal(deps, { personId, pattern });
}
