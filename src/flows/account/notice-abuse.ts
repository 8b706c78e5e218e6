import ipaddr from 'ipaddr.js';
import { networkOf } from '@/auth/rate-limit/abuse-guard';
import { listOpenedFrom } from '@/db/audit';
import { listAdmins } from '@/db/people';
import { countRefusal, insertRestriction } from '@/db/restrictions';
import { type AbusePattern, judgeAbuse, type RestrictionVerdict } from '@/domain/account/judge-abuse';
import { CLOSED_WORDS } from '@/domain/account/restriction-words';
import { ABUSE_PATTERNS } from '@/domain/limits';
import { getEnv } from '@/env';
import { type AccountDeps, mailNotice } from './mail-account';
import { recordActOf } from './record-act';

/**
 * Counts a refused refresh or URL of a person, and restricts them when it was one too many. Never throws: what was
 * refused stays refused as it was.
 */
export async function noticeRefusal(
  deps: AccountDeps,
  { personId, pattern }: { personId: string; pattern: 'hammering' | 'refused_urls' },
): Promise<void> {
  try {
    const now = deps.now();
    const since = new Date(now.getTime() - ABUSE_PATTERNS[pattern].windowMs);
    const seen = await countRefusal(deps.db, { userId: personId, pattern, now, since });
    const verdict = judgeAbuse(pattern, seen, now);
    if (verdict) await restrict(deps, [personId], { pattern, seen, now, verdict });
  } catch (error) {
    deps.log.error({ err: error, personId, pattern }, 'a refusal could not be counted');
  }
}

/**
 * After an account was opened: restricts those of the day from the same network when they are too many. Addresses that
 * are not public tell nothing: behind them stands a proxy, or a developer. Never throws.
 */
export async function noticeNewAccount(deps: AccountDeps): Promise<void> {
  const ip = deps.origin?.ip ?? null;
  if (ip === null || ipaddr.process(ip).range() !== 'unicast') return;
  try {
    const now = deps.now();
    const since = new Date(now.getTime() - ABUSE_PATTERNS.many_accounts.windowMs);
    const opened = await listOpenedFrom(deps.db, networkOf(ip), since);
    const seen = opened.length;
    const verdict = judgeAbuse('many_accounts', seen, now, getEnv().ADDRESS_LIMIT_FACTOR);
    if (verdict) await restrict(deps, opened, { pattern: 'many_accounts', seen, now, verdict });
  } catch (error) {
    deps.log.error({ err: error }, 'the accounts of a network could not be counted');
  }
}

interface Noticed {
  pattern: AbusePattern;
  seen: number;
  now: Date;
  verdict: RestrictionVerdict;
}

/**
 * Restricts who is not yet, and tells the admins in the same transaction: one mail, however many people it concerns.
 */
async function restrict(
  deps: AccountDeps,
  personIds: string[],
  { pattern, seen, now, verdict }: Noticed,
): Promise<void> {
  const restricted = await deps.db.transaction().execute(async (trx) => {
    const ids: string[] = [];
    // In one order, so that two at once do not wait for each other.
    for (const userId of [...personIds].sort()) {
      const made = await insertRestriction(trx, { ...verdict, userId, pattern, seen, setBy: null, now });
      if (made === null) continue;
      ids.push(userId);
      await recordActOf(deps, trx, null, {
        action: 'restriction.set',
        personId: userId,
        record: { type: 'restriction', id: made.id },
        details: { pattern, kind: verdict.kind, seen, endsAt: verdict.endsAt.toISOString() },
      });
    }
    if (ids.length === 0) return 0;
    const others = ids.length > 1 ? ` and ${ids.length - 1} more` : '';
    // By id: what stands in an admin's mails outlives the account, and its address must not.
    const detail = `the person ${ids[0]}${others}: “${CLOSED_WORDS[verdict.kind]}. ${verdict.reason}”`;
    for (const admin of await listAdmins(trx)) {
      const receiver = { userId: admin.id, recipient: admin.email };
      await mailNotice(deps, trx, receiver, { notice: 'person_restricted', detail, path: '/admin/restrictions' });
    }
    return ids.length;
  });
  if (restricted > 0) deps.log.warn({ pattern, seen, people: restricted }, 'people were restricted for a while');
}
