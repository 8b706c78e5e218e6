import { logged } from '@/ops/logged';
import { type RunDeps, runEvaluation } from '../refresh/run-evaluation';

/** Carries out a job of the queue, with one line in the log. Others may have taken its evaluation with theirs. */
export async function takeJob(deps: RunDeps, evaluationId: string): Promise<void> {
  await logged(
    deps.log,
    { message: 'job', fields: { queue: 'evaluations', evaluationId } },
    () => runEvaluation(deps, evaluationId),
    (taken) => ({ outcome: taken > 0 ? 'done' : 'taken_by_others', evaluations: taken }),
  );
}
