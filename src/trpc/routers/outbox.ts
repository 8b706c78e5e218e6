import { z } from 'zod';
import { listNotifications } from '@/db/notifications';
import { DomainError } from '@/domain/errors';
import { isEmbedded } from '@/env';
import { showConfirmation } from '@/flows/account/show-confirmation';
import { publicProcedure, router, signedInProcedure } from '../init';

const MailView = z.strictObject({
  id: z.uuid(),
  monitorId: z.uuid().nullable(),
  kind: z.string(),
  recipient: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  state: z.string(),
  createdAt: z.date(),
  sentAt: z.date().nullable(),
});

const MOST = 100;

const Confirmation = MailView.pick({ id: true, subject: true, recipient: true, text: true, html: true });

export const outboxRouter = router({
  /** The person's own mails, newest first. Only in embedded mode, where nobody delivers them. */
  list: signedInProcedure.output(z.array(MailView)).query(async ({ ctx }) => {
    if (!isEmbedded()) throw new DomainError('not_found', 'no_outbox', 'There is nothing here.');
    const mails = await listNotifications(ctx.deps.db, ctx.person.id, { limit: MOST });
    return mails.map(({ plainTextContent, htmlContent, ...mail }) => ({
      ...mail,
      text: plainTextContent,
      html: htmlContent,
    }));
  }),

  /** The mail that confirms the address of an account that was just asked for here, once it is written. */
  confirmation: publicProcedure
    .input(z.strictObject({ ticket: z.string().max(1_100) }))
    .output(Confirmation.nullable())
    .query(({ ctx, input }) => showConfirmation(ctx.deps, input.ticket)),
});
