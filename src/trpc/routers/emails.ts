import { z } from 'zod';
import { findEmailPreferences } from '@/db/email/email-preferences';
import { findSuppression } from '@/db/email/suppressions';
import { MOST_A_DAY } from '@/domain/email/modes';
import { EmailMode, EmailPreference } from '@/domain/email/timing';
import { chooseEmails } from '@/flows/account/choose-emails';
import { showUnsubscription } from '@/flows/account/unsubscribe';
import { publicProcedure, router, signedInProcedure } from '../init';

const Preferences = z.strictObject({
  all: EmailPreference.extend({ byLinkAt: z.date().nullable() }),
  /** Monitors with a choice of their own. */
  monitors: z.array(
    z.strictObject({ monitorId: z.uuid(), name: z.string(), mode: EmailMode, byLinkAt: z.date().nullable() }),
  ),
  /** So many emails a day come at most. */
  mostADay: z.number().int(),
  /** Why the person's address gets no more email; null where it gets all. */
  suppression: z
    .strictObject({
      reason: z.enum(['bounce', 'spam', 'unsubscribe', 'admin']),
      detail: z.string().nullable(),
      since: z.date(),
    })
    .nullable(),
});

/** How alerts come by email. */
export const emailsRouter = router({
  preferences: signedInProcedure
    .meta({ scope: 'read' })
    .output(Preferences)
    .query(async ({ ctx }) => {
      const preferences = await findEmailPreferences(ctx.deps.db, ctx.person.id);
      const found = await findSuppression(ctx.deps.db, ctx.person.email);
      const suppression = found && { reason: found.reason, detail: found.detail, since: found.createdAt };
      return { ...preferences, mostADay: MOST_A_DAY, suppression };
    }),

  choose: signedInProcedure
    .meta({ scope: 'write' })
    .input(EmailPreference)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await chooseEmails(ctx.deps, ctx.person, input);
      return null;
    }),

  /** What the link in an email would end; null where it was cut, is too old, or is of a monitor that is gone. */
  unsubscription: publicProcedure
    .input(z.strictObject({ token: z.string().max(1_000) }))
    .output(
      z.strictObject({ monitorName: z.string().nullable(), isOff: z.boolean(), isAllOff: z.boolean() }).nullable(),
    )
    .query(({ ctx, input }) => showUnsubscription(ctx.deps, input.token)),
});
