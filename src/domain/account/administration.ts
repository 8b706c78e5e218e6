import { z } from 'zod';
import { CreateUserSchema } from './account-input';
import { AuditAction, AuditActor, AuditRecordType } from './audit';
import { RestrictionKind } from './judge-abuse';

/** Why an admin does something to somebody. It stands in the audit as long as that account is there. */
const ActReason = z.string().trim().min(1, 'Say why').max(500, 'Say it in at most 500 characters');

/** What a list of people is ordered by, and whether it begins at the end of that order. */
export const PeopleOrder = z.enum(['newest', 'oldest', 'name', 'email', 'lastSignIn']);
export type PeopleOrder = z.infer<typeof PeopleOrder>;

/** Which people are listed. */
export const PeopleGroup = z.enum(['waiting', 'unconfirmed', 'suspended', 'leaving', 'admins']);
export type PeopleGroup = z.infer<typeof PeopleGroup>;

const PersonId = z.uuid('This is not the id of a person.');
const MOST_RESTRICTED_DAYS = 90;

/** An admin's own restriction: what is closed, for how many days, and why, which the person reads. */
export const RestrictInput = z.strictObject({
  id: PersonId,
  kind: RestrictionKind,
  days: z
    .number('Give a number of days')
    .int('Give whole days')
    .min(1, 'At least one day')
    .max(MOST_RESTRICTED_DAYS, `At most ${MOST_RESTRICTED_DAYS} days. Suspend the account where that is too short.`),
  reason: ActReason,
});

/** Suspending somebody. */
export const SuspendInput = z.strictObject({ id: PersonId, reason: ActReason });

/** Deleting somebody's account: its address is typed, so that nobody else's is deleted by a slip. */
export const DeletePersonInput = z.strictObject({
  id: PersonId,
  email: z.string().trim().max(320),
  reason: ActReason,
});

/** The plan's BetaUserSchema: an address of the whitelist. */
export const BetaUserSchema = z.strictObject({
  email: CreateUserSchema.shape.email,
  isActive: z.boolean().default(true),
});

const Who = z.string().trim().max(320, 'Give the whole address of an account, or an id');
const BadTime = 'Give a time between the years 2000 and 9999';
const Moment = z.date(BadTime).min(new Date('2000-01-01T00:00:00Z'), BadTime).max(new Date('9999-12-31'), BadTime);

/** Which acts of the audit are meant. People are named by the whole address, or the id, of an account. */
export const AuditFilterInput = z.strictObject({
  /** Who acted, or whose record it was. */
  person: Who.optional(),
  /** Who acted. */
  by: Who.optional(),
  /** Whose record it was, or the record itself by its id. */
  target: Who.optional(),
  actor: AuditActor.optional(),
  action: AuditAction.optional(),
  recordType: AuditRecordType.optional(),
  /** From this moment on. */
  from: Moment.optional(),
  /** Before this moment. */
  before: Moment.optional(),
});
export type AuditFilterInput = z.infer<typeof AuditFilterInput>;

/** As many acts as one file of the audit holds: what a spreadsheet opens without effort. */
export const MOST_EXPORTED_ACTS = 100_000;
