import { z } from 'zod';
import { AlertChannel, AlertRuleName, AlertSeverity } from '@/domain/alerts/rule';
import { getEnv } from '@/env';
import { alertLimits } from '@/flows/admin/measure-rules';
import { readEpisodes, readRules } from '@/flows/admin/read-alerts';
import { liftSilence, silenceRule } from '@/flows/admin/silence-rule';
import { tellOperators } from '@/flows/upkeep/tell-operators';
import { tryChannels } from '@/flows/upkeep/try-channels';
import { afterAnswer } from '../after-answer';
import { adminProcedure, router } from '../init';

const SilenceView = z.strictObject({
  id: z.uuid(),
  /** Null: all that the rule speaks of. */
  subject: z.string().nullable(),
  reason: z.string(),
  until: z.date(),
  createdAt: z.date(),
});

const RuleView = z.strictObject({
  name: AlertRuleName,
  title: z.string(),
  severity: AlertSeverity,
  channels: z.array(AlertChannel),
  threshold: z.string(),
  window: z.string().nullable(),
  now: z.array(
    z.strictObject({
      subject: z.string(),
      figure: z.string().nullable(),
      state: z.enum(['firing', 'fine', 'unknown']),
      why: z.string(),
    }),
  ),
  silences: z.array(SilenceView),
});

const EpisodeView = z.strictObject({
  id: z.uuid(),
  rule: z.string(),
  title: z.string(),
  subject: z.string(),
  severity: AlertSeverity,
  beganAt: z.date(),
  beganWith: z.string(),
  latest: z.string(),
  endedAt: z.date().nullable(),
  endedBecause: z.enum(['fine', 'unseen']).nullable(),
  notices: z.array(
    z.strictObject({
      kind: z.enum(['began', 'ended']),
      channel: AlertChannel,
      state: z.enum(['pending', 'sending', 'sent', 'failed', 'unneeded']),
      lastError: z.string().nullable(),
      sentAt: z.date().nullable(),
    }),
  ),
});

const Trial = z.strictObject({
  channel: AlertChannel,
  outcome: z.enum(['sent', 'failed', 'waits', 'not_set_up']),
  detail: z.string(),
});

const Place = z.strictObject({ beganAt: z.date(), id: z.uuid() });

/** What operators are told of the service itself; for admins only. */
export const adminAlertsRouter = router({
  /** Every rule with what it sees now, its silences, and the channels that are set up (`email`: how many admins). */
  rules: adminProcedure
    .output(
      z.strictObject({
        rules: z.array(RuleView),
        channels: z.strictObject({ email: z.number().int(), slack: z.boolean(), pagerduty: z.boolean() }),
        emailsLeave: z.boolean(),
      }),
    )
    .query(({ ctx }) => readRules(ctx.deps, alertLimits(getEnv()))),

  /** Episodes, the newest first: those that are open, or a page of those that are over. */
  episodes: adminProcedure
    .input(
      z.strictObject({
        open: z.boolean(),
        limit: z.number().int().min(1).max(100).default(50),
        cursor: Place.nullish(),
        direction: z.literal('forward').optional(),
      }),
    )
    .output(z.strictObject({ episodes: z.array(EpisodeView), nextCursor: Place.nullable() }))
    .query(({ ctx, input: { open, limit, cursor } }) =>
      readEpisodes(ctx.deps, { open, limit, cursor: cursor ?? undefined }),
    ),

  /** Tells nobody of what begins of a rule until a time. */
  silence: adminProcedure
    .input(
      z.strictObject({
        rule: AlertRuleName,
        subject: z.string().min(1).max(255).nullable(),
        reason: z.string().trim().min(1, 'Say why').max(500),
        until: z.date(),
      }),
    )
    .output(z.strictObject({ id: z.uuid() }))
    .mutation(async ({ ctx, input }) => ({ id: await silenceRule(ctx.deps, input, ctx.person.id) })),

  /** Ends a silence before its time: what it held back is told at once. */
  liftSilence: adminProcedure
    .input(z.strictObject({ id: z.uuid('This is not the id of a silence.') }))
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await liftSilence(ctx.deps, { id: input.id, actorId: ctx.person.id });
      afterAnswer(ctx.deps.log, () => tellOperators(ctx.deps));
      return null;
    }),

  /** Sends a test by every channel, and says how each ended. */
  tryChannels: adminProcedure.output(z.array(Trial)).mutation(({ ctx }) => tryChannels(ctx.deps, ctx.person.id)),
});
