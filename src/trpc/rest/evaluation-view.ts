import { z } from 'zod';
import type { EvaluationSummary } from '@/db/history';
import { Shown } from '@/domain/contract/considered';
import { Outcome } from '@/domain/outcome-schema';
import { Moment, PictureUrl, pictureAddress } from './view';

/** One refresh, done or under way, also where nothing could be read. */
export const RestEvaluation = z
  .strictObject({
    id: z.uuid(),
    monitorId: z.uuid(),
    phase: z.enum(['queued', 'loading', 'reading', 'deciding', 'done']),
    outcome: Outcome.nullable().meta({ description: '`value` and `absent` read the page, all others are failures' }),
    sentence: z.string().nullable().meta({ description: 'What was decided and why, for people' }),
    message: z.string().nullable().meta({ description: 'Of a failure: what happened and what to do next' }),
    source: z.string().nullable().meta({ description: 'Of a failure: the address that was looked at' }),
    shown: Shown.nullable().meta({ description: 'Of a failure: how the page began that was met instead' }),
    pictureUrl: PictureUrl.meta({
      description: 'Of a failure: the picture of what was met, for you only; null without one',
    }),
    triggered: z.boolean(),
    requestedAt: Moment,
    finishedAt: Moment.nullable(),
    tookMs: z.int().nullable(),
    chargeReturned: z.boolean().meta({ description: 'Whether it does not count among the refreshes of the day' }),
  })
  .meta({ id: 'Evaluation' });

export function restEvaluation(row: EvaluationSummary): z.infer<typeof RestEvaluation> {
  const { id, monitorId, phase, outcome, sentence, message, source, shown, tookMs, chargeReturned } = row;
  const pictured = row.hasPicture ? id : null;
  return {
    ...{ id, monitorId, phase, outcome, sentence, message, source, shown },
    pictureUrl: pictured && pictureAddress(pictured),
    ...{ triggered: row.alert, requestedAt: row.requestedAt.toISOString() },
    ...{ finishedAt: row.finishedAt?.toISOString() ?? null, tookMs, chargeReturned },
  };
}
