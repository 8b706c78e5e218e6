import type { Claim } from '@/db/evaluation-claims';
import { evaluationPlace, newSpanId, requestPlace, spanIdOf } from '@/ops/telemetry/span-ids';
import { isTraced, spanned, writeSpan } from '@/ops/telemetry/spans';

/**
 * Carries out an evaluation as a span of the request that asked for it, in whichever process; between the two stands
 * for how long it waited. Whatever tells of it later, such as its email, knows the span by the evaluation's id, so one
 * that was lost gets another id: somebody else's counts.
 */
export function tracedEvaluation<End extends { outcome: string }>(
  { lease: { evaluationId }, monitorId, requestId, requestedAt }: Claim,
  work: () => Promise<End>,
): Promise<End> {
  if (!isTraced()) return work();
  const place = evaluationPlace(requestId, evaluationId);
  const waiting = { traceId: place.traceId, spanId: spanIdOf('waiting', evaluationId) };
  writeSpan({
    name: 'queue',
    role: 'consumer',
    place: waiting,
    parent: requestId === null ? null : requestPlace(requestId),
    beganAt: requestedAt.getTime(),
    fields: { evaluationId },
  });
  return spanned(
    { name: 'evaluation', role: 'consumer', place, parent: waiting, fields: { evaluationId, monitorId } },
    work,
    (end) => ({
      fields: { ...end },
      failed: end.outcome === 'internal',
      ...(end.outcome === 'lost' ? { place: { ...place, spanId: newSpanId() } } : {}),
    }),
  );
}
