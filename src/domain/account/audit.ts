import { z } from 'zod';

/** Who acted: a person on what is theirs, an admin on what is not, or the app by itself. */
export const AuditActor = z.enum(['person', 'admin', 'system']);
export type AuditActor = z.infer<typeof AuditActor>;

/** Every act that the audit tells of. */
export const AuditAction = z.enum([
  'account.open',
  'account.confirm_email',
  'account.change_password',
  'account.reset_password',
  'account.ask_email_change',
  'account.cancel_email_change',
  'account.change_email',
  'account.connect_google',
  'account.disconnect_google',
  'account.ask_deletion',
  'account.keep',
  'account.remove',
  'session.open',
  'session.end',
  'session.end_others',
  'token.create',
  'token.revoke',
  'export.ask',
  'export.make',
  'export.download',
  'monitor.create',
  'monitor.update',
  'monitor.pause',
  'monitor.resume',
  'monitor.delete',
  'monitor.restore',
  'person.admit',
  'person.put_back',
  'person.suspend',
  'person.reinstate',
  'person.sign_out',
  'person.mail_confirmation',
  'person.ask_deletion',
  'person.keep',
  'whitelist.add',
  'whitelist.revoke',
  'whitelist.activate',
  'restriction.set',
  'restriction.lift',
  'emails.choose',
  'emails.end_by_link',
  'emails.resume_by_link',
  'suppression.lift',
  'alert.silence',
  'alert.lift_silence',
  'alert.try_channels',
  'retention.enforce',
  'letter.retry',
  'letter.discard',
  'audit.export',
  'retention.tell',
  'archive.write',
  'archive.drop_month',
  'archive.clean',
  'archive.remove',
  'archive.restore',
]);
export type AuditAction = z.infer<typeof AuditAction>;

/** What kind of record an act was done to. */
export const AuditRecordType = z.enum([
  'person',
  'session',
  'token',
  'export',
  'monitor',
  'whitelist_entry',
  'restriction',
  'suppression',
  'alert_rule',
  'retention',
  'dead_letter',
  'audit',
  'archive',
]);
export type AuditRecordType = z.infer<typeof AuditRecordType>;

/** From where a request came, as far as it is known. */
export interface Origin {
  /** A network address that `inet` can hold. */
  ip: string | null;
  userAgent: string | null;
}

/**
 * One act. `details` holds counts, names of what was changed and the like: never a secret, and nothing of a person that
 * must go with their account (addresses, names, prompts, free text).
 */
export interface Act {
  action: AuditAction;
  actor: AuditActor;
  /** Null for the system. */
  actorId: string | null;
  /** Whose record it is; null where it is nobody's. */
  personId: string | null;
  record: { type: AuditRecordType; id: string };
  details?: Record<string, string | number | boolean | string[]>;
  /** Why an admin did it, in their words; struck out when the account of `personId`, which it needs, is gone. */
  reason?: string;
}
