import { z } from 'zod';
import { listEmails } from '@/db/email/inbox';
import { DomainError } from '@/domain/errors';
import { isEmbedded } from '@/env';
import { openEmail } from '@/flows/account/open-email';
import { showConfirmation } from '@/flows/account/show-confirmation';
import { DeliveryView, viewDelivery } from '../delivery-view';
import { publicProcedure, router, signedInProcedure } from '../init';

const MailView = z.strictObject({
  ...{ id: z.uuid(), monitorId: z.uuid().nullable(), kind: z.string(), recipient: z.string(), subject: z.string() },
  ...{ createdAt: z.date(), delivery: DeliveryView },
});

const OpenMail = z.strictObject({
  ...{ id: z.uuid(), subject: z.string(), recipient: z.string(), text: z.string(), html: z.string() },
});

const Opened = OpenMail.extend({
  /** What the mail service told of it, in its order. */
  events: z.array(z.strictObject({ kind: z.string(), reason: z.string().nullable(), at: z.date() })),
});

const MOST = 100;

function assertOutbox(): void {
  if (!isEmbedded()) throw new DomainError('not_found', 'no_outbox', 'There is nothing here.');
}

export const outboxRouter = router({
  /** The person's own mails, newest first. Only in embedded mode, where nobody delivers them. */
  list: signedInProcedure.output(z.array(MailView)).query(async ({ ctx }) => {
    assertOutbox();
    const mails = await listEmails(ctx.deps.db, ctx.person.id, { limit: MOST });
    return mails.map(({ id, monitorId, kind, recipient, subject, createdAt, ...state }) => ({
      ...{ id, monitorId, kind, recipient, subject, createdAt },
      delivery: viewDelivery(state),
    }));
  }),

  /** One of them as its receiver would get it, pictures included. */
  email: signedInProcedure
    .input(z.strictObject({ id: z.uuid() }))
    .output(Opened)
    .query(({ ctx, input }) => {
      assertOutbox();
      return openEmail(ctx.deps, { userId: ctx.person.id, id: input.id });
    }),

  /** The mail that confirms the address of an account that was just asked for here, once it is written. */
  confirmation: publicProcedure
    .input(z.strictObject({ ticket: z.string().max(1_100) }))
    .output(OpenMail.nullable())
    .query(({ ctx, input }) => showConfirmation(ctx.deps, input.ticket)),
});
