import type { PersonView } from './use-person-acts';

type Stats = Pick<PersonView, 'monitorCount' | 'checksToday' | 'checksThisMonth' | 'alertsThisMonth'>;

/** "3 monitors · 2 checks today, 1,204 this month · 1 alert this month". */
export function statsWords({ monitorCount, checksToday, checksThisMonth, alertsThisMonth }: Stats): string {
  const month = checksThisMonth.toLocaleString('en');
  return [
    counted(monitorCount, 'monitor'),
    `${counted(checksToday, 'check')} today, ${month} this month`,
    `${counted(alertsThisMonth, 'alert')} this month`,
  ].join(' · ');
}

function counted(count: number, word: string): string {
  return `${count === 0 ? 'no' : count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}

const SUPPRESSED: Record<NonNullable<PersonView['emailSuppressed']>, string> = {
  bounce: 'gets no email: it bounced',
  spam: 'gets no email: marked as spam',
  unsubscribe: 'gets no email: unsubscribed',
  admin: 'gets no email: an admin’s decision',
};

/** What is the matter with somebody's address; empty where nothing is. */
export function emailWords({
  emailVerified,
  emailSuppressed,
}: Pick<PersonView, 'emailVerified' | 'emailSuppressed'>): string {
  return [emailVerified ? null : 'not confirmed', emailSuppressed ? SUPPRESSED[emailSuppressed] : null]
    .filter((words) => words !== null)
    .join(' · ');
}
