import type { AuditAction } from '@/domain/account/audit';

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
  'person.admit': 'Let a person in',
  'person.put_back': 'Put a person back on the waiting list',
  'person.suspend': 'Suspended a person',
  'person.reinstate': 'Lifted a suspension',
  'person.sign_out': 'Signed a person out everywhere',
  'whitelist.add': 'Added an address to the whitelist',
  'whitelist.revoke': 'Revoked an address of the whitelist',
  'restriction.set': 'Restricted a person',
  'restriction.lift': 'Lifted a restriction',
  'retention.enforce': 'Removed data past its retention',
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
