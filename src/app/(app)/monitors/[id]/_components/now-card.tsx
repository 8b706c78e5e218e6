'use client';

import { Card, Group, Text } from '@mantine/core';
import { type FailureOutcome, givesChargeBack, isFailure } from '@/domain/outcome';
import { notDoneWords, outcomeWords } from '@/domain/trigger/outcome-words';
import { sentenceIn } from '@/domain/trigger/sentence-locale';
import type { FactView, MonitorView } from '@/trpc/monitor-view';
import { SourceLink } from '@/ui/evidence/source';
import { FormAlert } from '@/ui/form/form-alert';
import { useLocale } from '@/ui/locale';
import { BigValue } from '@/ui/monitor/big-value';
import { CheckPhase, CheckSteps } from '@/ui/monitor/check-progress';
import { valueWords } from '@/ui/monitor/monitor-words';
import type { Check } from '@/ui/monitor/use-check';
import { LinkButton } from '@/ui/shell/link-button';
import { TimeAgo } from '@/ui/time/clock';
import { countdown } from '@/ui/time/time-words';
import { stepsAfter } from './history/failure-words';
import classes from './monitor-detail.module.css';

interface NowCardProps {
  monitor: MonitorView;
  check: Check;
  latest: FactView | null;
}

/** What the last evaluation decided; where it failed, what may help and that the last value stands. */
function Decision({ monitor, latest }: Omit<NowCardProps, 'check'>) {
  const { lastSentence: stored, lastOutcome, currentValue } = monitor;
  const locale = useLocale();
  if (stored === null) {
    return <p className={classes.sentence}>Not checked yet. Press Check now to read the page for the first time.</p>;
  }
  const lastSentence = sentenceIn(locale, stored);
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
        {currentValue === null ? '' : 'The value above is the last one that was proven. '}
        {notDoneWords(lastOutcome, givesChargeBack(lastOutcome))} {outcomeWords(lastOutcome).advice}
      </Text>
      <Steps monitor={monitor} outcome={lastOutcome} />
    </div>
  );
}

/** What its person can do about a failure. */
function Steps({ monitor, outcome }: { monitor: MonitorView; outcome: FailureOutcome }) {
  const steps = stepsAfter(outcome, monitor.isActive);
  if (steps.length === 0) return null;
  return (
    <Group gap="sm" mt="sm">
      {steps.map(({ words, path }, at) => (
        <LinkButton key={words} href={`/monitors/${monitor.id}${path}`} variant={at === 0 ? 'light' : 'default'}>
          {path === '/point' ? 'Point at it on the page' : words}
        </LinkButton>
      ))}
    </Group>
  );
}

/** When *Check now* works again; nothing while it does. */
function NextCheck({ monitor, secondsLeft }: { monitor: MonitorView; secondsLeft: number }) {
  if (secondsLeft === 0 || !monitor.isActive) return null;
  return (
    <span className="figures" data-testid="next-check">
      {` · again in ${countdown(secondsLeft)}`}
    </span>
  );
}

/** The value now, the one before, and the decision. */
export function NowCard({ monitor, check, latest }: NowCardProps) {
  const [source] = monitor.sources;
  const locale = useLocale();
  const before = monitor.previousValue;
  return (
    <Card component="section" aria-label="Current value" className={classes.now}>
      <div>
        <BigValue
          value={monitor.currentValue}
          outcome={monitor.lastOutcome}
          testId="current-value"
          most={12}
          flashes={check.count}
          meaning={{ property: monitor.property, quote: latest?.quote ?? null }}
        />
        <p className={classes.previous}>
          {monitor.extractedFact}
          {before === null
            ? ''
            : ` · before: ${valueWords(before, { property: monitor.property, quote: null }, locale)}`}
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
            <NextCheck monitor={monitor} secondsLeft={check.secondsLeft} />
          </CheckPhase>
        </span>
        {source === undefined ? null : <SourceLink address={source} />}
      </div>
    </Card>
  );
}
