import { findEmailPreferences, lockEmailsOf } from '@/db/email/email-preferences';
import { listPeopleToTell, noteTold } from '@/db/retention/notices';
import { findPerson } from '@/db/users';
import { afterQuiet } from '@/domain/email/timing';
import { type Month, monthWords } from '@/domain/month';
import { areArchived, boundsOf, leavesOn, monthsToTellOf } from '@/domain/retention';
import { formatMoment, type Locale } from '@/domain/written/locales';
import { mailNotice } from '../../account/mail-account';
import { recordActOf } from '../../account/record-act';
import type { Deps } from '../../deps';

type TellDeps = Pick<Deps, 'db' | 'now' | 'log'> & { settings: Pick<Deps['settings'], 'appUrl'> };

const MOST_AT_ONCE = 200;

/** Tells people thirty days before that a month of their history is about to leave, once of each. Returns how many. */
export async function tellOfRetention(deps: TellDeps, retentionDays: number): Promise<number> {
  // Where days are few, people know; an email a month about it would tell them nothing.
  if (!areArchived(retentionDays)) return 0;
  let told = 0;
  for (const month of monthsToTellOf(boundsOf(deps.now(), retentionDays))) {
    for (;;) {
      const people = await listPeopleToTell(deps.db, month, MOST_AT_ONCE);
      for (const userId of people) if (await tellPerson(deps, userId, { month, retentionDays })) told += 1;
      if (people.length < MOST_AT_ONCE) break;
    }
  }
  if (told > 0) deps.log.info({ people: told }, 'people were told that history of theirs is about to leave');
  return told;
}

/** Written into the outbox with the note of it: both are there, or neither, whoever else does the same. */
function tellPerson(
  deps: TellDeps,
  userId: string,
  { month, retentionDays }: { month: Month; retentionDays: number },
): Promise<boolean> {
  const now = deps.now();
  return deps.db.transaction().execute(async (trx) => {
    await lockEmailsOf(trx, userId);
    const person = await findPerson(trx, userId);
    if (person === null || !(await noteTold(trx, { userId, month, now }))) return false;
    const { all } = await findEmailPreferences(trx, userId);
    // Who wants no emails gets none of these; the month is noted as told, so that a change of mind brings no old ones.
    const plan = all.mode === 'off' ? null : { at: afterQuiet(now, all.quiet, person.timeZone), gather: null };
    const begins = dayWords(leavesOn(month, retentionDays), person.locale);
    const detail = `${monthWords(month)}, from ${begins} on, a day at a time`;
    const notice = { notice: 'history_leaving', detail, path: '/account#export', plan } as const;
    await mailNotice(deps, trx, { userId, recipient: person.email }, notice);
    const record = { type: 'retention', id: month } as const;
    const details = { byEmail: plan !== null };
    await recordActOf(deps, trx, null, { action: 'retention.tell', personId: userId, record, details });
    return true;
  });
}

function dayWords(day: Date, locale: Locale): string {
  return formatMoment(day, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }, locale);
}
