'use client';

import { Card, Text } from '@mantine/core';
import { isFailure, isForPerson } from '@/domain/outcome';
import { outcomeWords } from '@/domain/trigger/outcome-words';
import { formatValue } from '@/domain/value/fact-value';
import type { FactView, MonitorView } from '@/trpc/monitor-view';
import { SourceLink } from '@/ui/evidence/source';
import { FormAlert } from '@/ui/form/form-alert';
import { BigValue } from '@/ui/monitor/big-value';
import { CheckPhase, CheckSteps } from '@/ui/monitor/check-progress';
import type { Check } from '@/ui/monitor/use-check';
import { LinkButton } from '@/ui/shell/link-button';
import { TimeAgo } from '@/ui/time/clock';
import classes from './monitor-detail.module.css';

interface NowCardProps {
  monitor: MonitorView;
  check: Check;
  latest: FactView | undefined;
}

/** What the last evaluation decided; where it failed, what may help and that the last value stands. */
function Decision({ monitor, latest }: Omit<NowCardProps, 'check'>) {
  const { lastSentence, lastOutcome, currentValue } = monitor;
  if (lastSentence === null) {
    return <p className={classes.sentence}>Not checked yet. Press Check now to read the page for the first time.</p>;
  }
  if (lastOutcome === null || !isFailure(lastOutcome)) {
    return (
      <p className={classes.sentence} data-alert={latest?.triggeredAlert || undefined}>
        {lastSentence}
      </p>
    );
  }
  return (
    <div>
      <p className={classes.sentence} style={{ color: 'var(--mantine-color-error)' }}>
        {lastSentence}
      </p>
      <Text size="sm" c="dimmed" mt={4}>
        {outcomeWords(lastOutcome).advice}
        {currentValue === null ? '' : ' The value above is the last one that was proven; nothing was moved.'}
      </Text>
      {isForPerson(lastOutcome) && monitor.isActive ? (
        <LinkButton href={`/monitors/${monitor.id}/point`} variant="light" mt="sm">
          Point at it on the page
        </LinkButton>
      ) : null}
    </div>
  );
}

/** The value now, the one before, and the decision. */
export function NowCard({ monitor, check, latest }: NowCardProps) {
  const [source] = monitor.sources;
  return (
    <Card component="section" aria-label="Current value" className={classes.now}>
      <div>
        <BigValue
          value={monitor.currentValue}
          outcome={monitor.lastOutcome}
          testId="current-value"
          most={12}
          flashes={check.count}
        />
        <p className={classes.previous}>
          {monitor.extractedFact}
          {monitor.previousValue === null ? '' : ` · before: ${formatValue(monitor.previousValue)}`}
        </p>
      </div>
      <Decision monitor={monitor} latest={latest} />
      <FormAlert message={check.problem} />
      <CheckSteps phase={check.phase} />
      <div className={classes.foot}>
        <span>
          <CheckPhase check={check}>
            {monitor.lastChecked === null
              ? 'Never checked'
              : ['Checked ', <TimeAgo key="at" at={monitor.lastChecked} />]}
          </CheckPhase>
        </span>
        {source === undefined ? null : <SourceLink address={source} />}
      </div>
    </Card>
  );
}
