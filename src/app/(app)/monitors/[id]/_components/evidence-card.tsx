import { Card } from '@mantine/core';
import { isFailure, type Outcome } from '@/domain/outcome';
import type { FactView } from '@/trpc/monitor-view';
import { FactEvidence } from '@/ui/evidence/fact-evidence';
import classes from './monitor-detail.module.css';

/** What proves the value on show. After a failure that is the last one that was proven. */
export function EvidenceCard({ fact, outcome }: { fact: FactView; outcome: Outcome | null }) {
  const older = outcome !== null && isFailure(outcome);
  return (
    <Card component="section" aria-labelledby="evidence">
      <h2 className={classes.cardTitle} id="evidence">
        {older ? 'Evidence of the last proven value' : 'Evidence'}
      </h2>
      <FactEvidence fact={fact} testId="evidence-picture" />
    </Card>
  );
}
