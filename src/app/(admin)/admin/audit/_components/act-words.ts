import type { AuditAction, AuditActor, AuditRecordType } from '@/domain/account/audit';

/** What was done, in words. */
export const ACT_WORDS: Record<AuditAction, string> = {
  'account.open': 'Opened an account',
  'account.confirm_email': 'Confirmed the address',
  'account.change_password': 'Changed the password',
  'account.reset_password': 'Set a new password by a mailed link',
  'account.ask_email_change': 'Asked to move to another address',
  'account.cancel_email_change': 'Took the change of address back',
  'account.change_email': 'Moved to another address',
  'account.connect_google': 'Connected Google',
  'account.disconnect_google': 'Disconnected Google',
  'account.ask_deletion': 'Asked for the account’s deletion',
  'account.keep': 'Took the deletion back',
  'account.remove': 'Removed the account',
  'session.open': 'Signed in',
  'session.end': 'Signed another browser out',
  'session.end_others': 'Signed out everywhere else',
  'token.create': 'Made an API token',
  'token.revoke': 'Revoked an API token',
  'export.ask': 'Asked for an export',
  'export.make': 'Made an export',
  'export.download': 'Downloaded an export',
  'monitor.create': 'Made a monitor',
  'monitor.update': 'Changed a monitor',
  'monitor.pause': 'Paused a monitor',
  'monitor.resume': 'Resumed a monitor',
  'monitor.delete': 'Deleted a monitor',
  'monitor.restore': 'Took the deletion of a monitor back',
  'person.admit': 'Let a person in',
  'person.put_back': 'Put a person back on the waiting list',
  'person.suspend': 'Suspended a person',
  'person.reinstate': 'Lifted a suspension',
  'person.sign_out': 'Signed a person out everywhere',
  'person.mail_confirmation': 'Mailed a person the confirmation again',
  'person.ask_deletion': 'Asked for a person’s deletion',
  'person.keep': 'Took a person’s deletion back',
  'whitelist.add': 'Added an address to the whitelist',
  'whitelist.revoke': 'Deactivated an address of the whitelist',
  'whitelist.activate': 'Activated an address of the whitelist',
  'restriction.set': 'Restricted a person',
  'restriction.lift': 'Lifted a restriction',
  'emails.choose': 'Chose when emails come',
  'emails.end_by_link': 'Ended emails by a link',
  'emails.resume_by_link': 'Resumed emails by a link',
  'suppression.lift': 'Let an address have email again',
  'alert.silence': 'Silenced an alert rule',
  'alert.lift_silence': 'Lifted the silence of an alert rule',
  'alert.try_channels': 'Sent a test by every alert channel',
  'retention.enforce': 'Removed data past its retention',
  'letter.retry': 'Had something tried again that was given up',
  'letter.discard': 'Put something aside that was given up',
  'audit.export': 'Exported the audit',
  'retention.tell': 'Told a person that a month of theirs is about to leave',
  'archive.write': 'Archived a month of history',
  'archive.drop_month': 'Dropped a month of facts',
  'archive.clean': 'Wrote an archive anew without what was deleted',
  'archive.remove': 'Removed an archive past its time',
  'archive.restore': 'Brought a month back from its archive',
};

/** "scopes: read, write · seen: 121" of what an act says beside its words; empty if it says nothing. */
export function detailWords(details: Record<string, unknown>): string {
  return Object.entries(details)
    .filter(([, value]) => value !== 0 && value !== false)
    .map(([name, value]) => `${spaced(name)}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join(' · ');
}

/** "facts removed" of "factsRemoved". */
function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** As whom somebody acted. */
export const ACTOR_WORDS: Record<AuditActor, string> = { person: 'A person', admin: 'An admin', system: 'By itself' };

/** "Whitelist entry" of a kind of record. */
export function recordWords(recordType: AuditRecordType): string {
  const words = recordType.replace('_', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** "1,204 acts"; where it was not counted to the end, that there are more. */
export function countWords({ count, more }: { count: number; more: boolean }): string {
  const number = count.toLocaleString('en');
  return more ? `More than ${number} acts` : `${number} ${count === 1 ? 'act' : 'acts'}`;
}
